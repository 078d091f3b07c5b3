import type { CollectionSlug, Payload, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { liveWhere, readRows } from '@/tables'
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
  const instantsOf = async (collection: CollectionSlug, columns: readonly string[], where: Where) => {
    const rows = await readRows(payload, { collection, columns, where, limit: 0 })
    return columns.map((column) => rows.map((row) => Date.parse(String(row[column]))))
  }
  // What is closed begins and ends no more; there may be ten times as much of it, and no index of these instants.
  const [[begin = [], end = []], [until = []]] = await Promise.all([
    instantsOf(
      ...(['publications', ['validFrom', 'validUntil']] as const),
      liveWhere([{ or: [between('validFrom'), between('validUntil')] }]),
    ),
    instantsOf('hotspotPlacements', ['until'], between('until')),
  ])
  const day = startOfDay(new Date(latest))!.getTime()
  // The last instant belongs to what ends.
  const all = [...begin, ...[...end, ...until].map((last) => last + 1), day]
  return [...new Set(all)].filter((instant) => instant > now).sort((one, other) => one - other)
}
