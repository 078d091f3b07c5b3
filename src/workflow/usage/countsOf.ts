import type { Payload, Where } from 'payload'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { countGroups, type Row } from '@/tables'
import { atMost, heatOf, weightOf } from '@/statistics/heat'
import { rowsOfDay } from './rowsOfDay'

/** What happened to one entry on one day in Asia/Shanghai. */
export type DayCount = {
  entry: string
  number: string | null
  /** Openings that count. */
  reads: number
  /** Different readers among them, a citizen by the session of the day. */
  readers: number
  /** 用上了. */
  uses: number
  /** Citizens who said that it helped them, and that it did not; of one address at most three. */
  helpful: number
  unhelpful: number
  /** Readers who came from the hotspots alone, of one address at most three. */
  promoted: number
  /** All others, of one address at most three: the readers that count in what the day weighs. */
  counted: number
  /** What the day weighs, and what that adds to the entry's heat. */
  weight: number
  heat: number
}

const within = (day: string): Where[] => [
  { at: { greater_than_equal: startOfDay(day)?.toISOString() } },
  { at: { less_than_equal: endOfDay(day)?.toISOString() } },
]

/** Rows written before repeats were on record have no mark. */
export const counting: Where = { isRepeat: { not_equals: true } }

/** Counts a day from what is on record, of these entries or of all. */
export async function countsOf(
  payload: Payload,
  day: string,
  entries?: readonly string[],
): Promise<DayCount[]> {
  const of: Where[] = entries ? [{ entry: { in: [...entries] } }] : []
  const counts = new Map<string, Counting>()
  const reading = ['entry', 'number', 'reader', 'session', 'place', 'isPromoted']
  const views = { collection: 'views', day, columns: reading, where: [counting, ...of] } as const
  for await (const rows of rowsOfDay(payload, views))
    for (const row of rows) addReader(countIn(counts, row), row)
  const uses = {
    collection: 'uses',
    day,
    columns: ['entry', 'number', 'reader'],
    where: of,
  } as const
  for await (const rows of rowsOfDay(payload, uses))
    for (const row of rows) {
      const count = countIn(counts, row)
      count.uses += 1
      count.usesOf.set(row.reader, (count.usesOf.get(row.reader) ?? 0) + 1)
    }
  const opinions = await countGroups(payload, {
    collection: 'helpful',
    where: { and: [...within(day), ...of] },
    by: ['entry', 'number', 'isHelpful', 'place'],
  })
  for (const group of opinions) {
    const count = countIn(counts, group)
    count[group.isHelpful === true ? 'helpful' : 'unhelpful'] += atMost([group.count])
  }
  const growth = heatOf(1, day)
  return [...counts.values()].map((count) => dayCountOf(count, growth))
}

/** Somebody who opened it, once or oftener. */
type Who = { isPromoted: boolean; place: unknown }

type Counting = Pick<DayCount, 'entry' | 'number' | 'reads' | 'uses' | 'helpful' | 'unhelpful'> & {
  who: Map<string, Who>
  usesOf: Map<unknown, number>
}

function countIn(counts: Map<string, Counting>, { entry, number }: Row): Counting {
  const key = String(entry)
  const known = counts.get(key)
  const none = { entry: key, number: null, reads: 0, uses: 0, helpful: 0, unhelpful: 0 }
  const count: Counting = known ?? { ...none, who: new Map(), usesOf: new Map() }
  // Rows of before it was kept have none.
  if (typeof number === 'string') count.number = number
  if (!known) counts.set(key, count)
  return count
}

function addReader(count: Counting, { reader, session, place, isPromoted }: Row): void {
  count.reads += 1
  const key = JSON.stringify([reader, session])
  const known = count.who.get(key)
  // Who came by another way too was led there by something else than the hotspots.
  count.who.set(key, {
    isPromoted: isPromoted === true && known?.isPromoted !== false,
    // Who is signed in, and rows of before addresses were told apart, stand for themselves.
    place: known?.place ?? (!reader && typeof place === 'string' ? place : key),
  })
}

/** @param growth the heat of a weight of one on that day */
function dayCountOf({ who, usesOf, ...count }: Counting, growth: number): DayCount {
  const readers = [...who.values()]
  const own = atPlaces(readers.filter(({ isPromoted }) => !isPromoted))
  const { weight, counted } = weightOf({ uses: usesOf.values(), readersAt: own })
  return {
    ...count,
    readers: readers.length,
    promoted: atMost(atPlaces(readers.filter(({ isPromoted }) => isPromoted))),
    ...{ counted, weight, heat: weight * growth },
  }
}

/** How many there are at each place. */
function atPlaces(readers: readonly Who[]): Iterable<number> {
  const counts = new Map<unknown, number>()
  for (const { place } of readers) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts.values()
}
