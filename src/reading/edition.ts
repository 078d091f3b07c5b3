import type { CollectionSlug, Payload, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'

/**
 * What citizens' pages show until something of it changes: the same object as long as nothing has. Whoever makes a page
 * asks before; what was made in another edition is not shown.
 */
export type Edition = {
  /** By `performance.now()`: what was made before may hold what this process kept before the change. */
  settledAt: number
}

/** All that citizens' pages are made of, but for counts (how often something was read), which may be a minute old. */
const madeOf = [
  ...(['publications', 'nodes', 'keptThemes', 'hotspotPlacements'] as const),
  ...(['terms', 'siteVersions'] as const),
] satisfies CollectionSlug[]

/** How long other values that follow their tables may still be taken after a change was seen, in milliseconds. */
const settling = 2_000

/** What follows its tables is read anew at least each minute, and so are these. */
const ahead = 2 * 60_000

/** Rejects as the database does. */
export async function editionNow(payload: Payload): Promise<Edition> {
  const { instants, editions } = await followed.now(payload)
  const now = Date.now()
  return editions[instants.filter((instant) => instant <= now).length]!
}

type Editions = {
  /** When texts begin or cease to be valid, a pin ends, or a day begins, in milliseconds. */
  instants: number[]
  /** Before the first of them, and after each. */
  editions: Edition[]
}

const followed = follow('edition', madeOf, async (payload): Promise<Editions> => {
  const settledAt = performance.now() + settling
  const instants = await instantsAhead(payload, Date.now())
  return { instants, editions: Array.from([0, ...instants], () => ({ settledAt })) }
})

async function instantsAhead(payload: Payload, now: number): Promise<number[]> {
  const latest = now + ahead
  const between = (column: string): Where => ({
    and: [
      { [column]: { greater_than_equal: new Date(now).toISOString() } },
      { [column]: { less_than_equal: new Date(latest).toISOString() } },
    ],
  })
  const instantsOf = async (collection: CollectionSlug, column: string) => {
    const asked = { collection, columns: [column], where: between(column), limit: 0 }
    return (await readRows(payload, asked)).map((row) => Date.parse(String(row[column])))
  }
  // By their own index, one each: what is closed has few of these minutes, and would be walked through otherwise.
  const [begin, ...ends] = await Promise.all([
    instantsOf('publications', 'validFrom'),
    instantsOf('publications', 'validUntil'),
    instantsOf('hotspotPlacements', 'until'),
  ])
  const day = startOfDay(new Date(latest))!.getTime()
  // The last instant belongs to what ends.
  const all = [...begin, ...ends.flat().map((last) => last + 1), day]
  return [...new Set(all)].filter((instant) => instant > now).sort((one, other) => one - other)
}
