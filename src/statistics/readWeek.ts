import type { Payload, Where } from 'payload'
import { filedIn } from '@/access/listFilter'
import { popular } from '@/access/searching'
import { readListedWords, wordFinder } from '@/search/listedWords'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { countGroups, readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'

/** What was read and used of an entry in the last seven days. */
export type ReadEntry = {
  id: string
  library: string
  number: string
  title: string
  reads: number
  readers: number
  uses: number
}

export type DayOfWeek = { day: string; reads: number; uses: number }

/** What was asked and not answered, and how many different readers asked it. */
export type AskedInVain = { query: string; askers: number }

/** So many are told. */
const most = 8
const week = 7

type Asked = { unit?: string; now: Date }

type Week = { read: ReadEntry[]; days: DayOfWeek[] }

/** Counted by the minute, looked at as often; in milliseconds. */
const time = 60_000
const weeks = keptFor<Week>({ name: 'week', time, most: 500 })
const inVain = keptFor<AskedInVain[]>({ name: 'inVain', time })

/** What was read of a unit and below it, or of all, and what everybody asked in vain; at most a minute old. */
export async function readWeek(payload: Payload, { unit, now }: Asked) {
  const asked = { unit, now }
  const read = async () => {
    const [read, days] = await Promise.all([mostRead(payload, asked), fortnight(payload, asked)])
    return { read, days }
  }
  const [week, asks] = await Promise.all([
    weeks.now(payload, read, { key: unit ?? '', mark: dayOf(now) }),
    inVain.now(payload, () => askedInVain(payload, now), { mark: dayOf(now) }),
  ])
  return { ...week, inVain: asks }
}

const since = (now: Date, days: number): string => dayBefore(dayOf(now), days - 1)

/** Rows of entries that a unit, or one below it, answers for now; of all where none is named. */
const ofUnit = (unit: string | undefined) => (unit ? { ofEntries: filedIn(unit) } : {})

/** The most read entries of the last seven days, today with them. */
async function mostRead(payload: Payload, { unit, now }: Asked): Promise<ReadEntry[]> {
  const where: Where = { day: { greater_than_equal: since(now, week) } }
  const groups = await countGroups(payload, {
    ...{ collection: 'dayCounts', where, ...ofUnit(unit), by: ['entry'] },
    sums: ['reads', 'readers', 'uses'],
  })
  const first = groups
    .sort((one, other) => Number(other.reads) - Number(one.reads))
    .slice(0, most)
    .map((group) => ({ ...group, id: String(group.entry) }))
  const rows = await readRows(payload, {
    collection: 'register',
    columns: ['id', 'library', 'number', 'title'],
    where: { id: { in: first.map(({ id }) => id) } },
    limit: 0,
  })
  const known = new Map(rows.map((row) => [row.id, row]))
  return first.flatMap(({ id, reads, readers, uses }: Record<string, unknown>) => {
    const row = known.get(id)
    return row ? [{ ...row, reads, readers, uses } as ReadEntry] : []
  })
}

/** How often was read and used on each of the last fourteen days, the last day last. */
async function fortnight(payload: Payload, { unit, now }: Asked): Promise<DayOfWeek[]> {
  const first = since(now, 2 * week)
  const groups = await countGroups(payload, {
    collection: 'dayCounts',
    where: { day: { greater_than_equal: first } },
    ...ofUnit(unit),
    ...{ by: ['day'], sums: ['reads', 'uses'] },
  })
  const known = new Map(groups.map((group) => [group.day, group]))
  return Array.from({ length: 2 * week }, (_, n) => {
    const day = dayBefore(first, -n)
    const group = known.get(day)
    return { day, reads: Number(group?.reads ?? 0), uses: Number(group?.uses ?? 0) }
  })
}

/**
 * What several readers asked within seven days and found nothing for, or opened nothing of, the most asked first; numbers
 * of persons are masked as in the record. What holds a word of the centre's list (提示用语) is told to nobody, as it is
 * offered to nobody.
 */
async function askedInVain(payload: Payload, now: Date): Promise<AskedInVain[]> {
  const groups = await countGroups(payload, {
    collection: 'searches',
    where: {
      and: [
        { at: { greater_than_equal: startOfDay(since(now, week))?.toISOString() } },
        { outcome: { in: ['inVain', 'abandoned', 'reformulated'] } },
      ],
    },
    by: ['form', 'reader', 'session'],
  })
  const findWords = wordFinder(await readListedWords(payload))
  const askers = new Map<string, number>()
  for (const { form } of groups) {
    const query = typeof form === 'string' ? form : ''
    if (query) askers.set(query, (askers.get(query) ?? 0) + 1)
  }
  return (
    [...askers]
      .map(([query, n]) => ({ query, askers: n }))
      // Asked by fewer, words may tell of one of them: as with what is offered to others.
      .filter((one) => one.askers >= popular.askers)
      .filter(({ query }) => findWords(query).length === 0)
      .sort((one, other) => other.askers - one.askers)
      .slice(0, most)
  )
}
