import type { Payload, Where } from 'payload'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { countGroups, type Group } from '@/tables'
import { atMost, heatOf, weightOf } from '@/statistics/heat'

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

/** The same of those whose matter lies in one district. */
export type DistrictCount = Omit<DayCount, 'reads' | 'helpful' | 'unhelpful'> & { district: string }

const within = (day: string): Where[] => [
  { at: { greater_than_equal: startOfDay(day)?.toISOString() } },
  { at: { less_than_equal: endOfDay(day)?.toISOString() } },
]

/** What was read, used or said to be helpful or not that day. */
export async function entriesOf(payload: Payload, day: string): Promise<string[]> {
  const where = { and: within(day) }
  const groups = await Promise.all(
    (['views', 'uses', 'helpful'] as const).map((collection) =>
      countGroups(payload, { collection, where, by: ['entry'] }),
    ),
  )
  return [...new Set(groups.flat().map(({ entry }) => String(entry)))]
}

/** Rows written before repeats were on record have no mark. */
export const counting: Where = { isRepeat: { not_equals: true } }

/** Counts some entries of a day from what is on record: over all, and of each district somebody read or used it for. */
export async function countsOf(
  payload: Payload,
  day: string,
  entries: readonly string[],
): Promise<{ counts: DayCount[]; ofDistricts: DistrictCount[] }> {
  const where = [...within(day), { entry: { in: [...entries] } }]
  const [views, uses, opinions] = await Promise.all([
    countGroups(payload, {
      collection: 'views',
      where: { and: [...where, counting] },
      by: ['entry', 'number', 'reader', 'session', 'place', 'isPromoted', 'district'],
    }),
    countGroups(payload, {
      collection: 'uses',
      where: { and: where },
      by: ['entry', 'number', 'reader', 'district'],
    }),
    countGroups(payload, {
      collection: 'helpful',
      where: { and: where },
      by: ['entry', 'number', 'isHelpful', 'place'],
    }),
  ])
  const counts: Counts = new Map()
  const ofDistricts = new Map<string, Counts>()
  const countsFor = ({ district }: Group): Counts[] => {
    if (typeof district !== 'string') return [counts]
    const own = ofDistricts.get(district) ?? new Map<string, Counting>()
    ofDistricts.set(district, own)
    return [counts, own]
  }
  for (const group of views)
    for (const some of countsFor(group)) addReader(countIn(some, group), group)
  for (const group of uses)
    for (const some of countsFor(group)) addUses(countIn(some, group), group)
  for (const group of opinions) {
    const count = countIn(counts, group)
    count[group.isHelpful === true ? 'helpful' : 'unhelpful'] += atMost([group.count])
  }
  return {
    counts: [...counts.values()].map((count) => dayCountOf(day, count)),
    ofDistricts: [...ofDistricts].flatMap(([district, some]) =>
      [...some.values()].map((count) => districtCountOf(district, dayCountOf(day, count))),
    ),
  }
}

/** By the entry. */
type Counts = Map<string, Counting>

const districtCountOf = (
  district: string,
  { reads: _reads, helpful: _helpful, unhelpful: _unhelpful, ...count }: DayCount,
): DistrictCount => ({ ...count, district })

/** Somebody who opened it, once or oftener. */
type Who = { isPromoted: boolean; place: unknown }

type Counting = Pick<DayCount, 'entry' | 'number' | 'reads' | 'uses' | 'helpful' | 'unhelpful'> & {
  who: Map<string, Who>
  usesOf: Map<unknown, number>
}

function countIn(counts: Counts, { entry, number }: Group): Counting {
  const key = String(entry)
  const none = { entry: key, number: null, reads: 0, uses: 0, helpful: 0, unhelpful: 0 }
  const count = counts.get(key) ?? { ...none, who: new Map<string, Who>(), usesOf: new Map() }
  // Rows of before it was kept have none.
  if (typeof number === 'string') count.number = number
  counts.set(key, count)
  return count
}

function addReader(count: Counting, { reader, session, place, isPromoted, count: n }: Group): void {
  count.reads += n
  const key = JSON.stringify([reader, session])
  const known = count.who.get(key)
  // Who came by another way too was led there by something else than the hotspots.
  count.who.set(key, {
    isPromoted: isPromoted === true && known?.isPromoted !== false,
    // Who is signed in, and rows of before addresses were told apart, stand for themselves.
    place: known?.place ?? (!reader && typeof place === 'string' ? place : key),
  })
}

function addUses(count: Counting, { reader, count: n }: Group): void {
  count.uses += n
  count.usesOf.set(reader, (count.usesOf.get(reader) ?? 0) + n)
}

function dayCountOf(day: string, { who, usesOf, ...count }: Counting): DayCount {
  const readers = [...who.values()]
  const own = atPlaces(readers.filter(({ isPromoted }) => !isPromoted))
  const { weight, counted } = weightOf({ uses: usesOf.values(), readersAt: own })
  return {
    ...count,
    readers: readers.length,
    promoted: atMost(atPlaces(readers.filter(({ isPromoted }) => isPromoted))),
    ...{ counted, weight, heat: heatOf(weight, day) },
  }
}

/** How many there are at each place. */
function atPlaces(readers: readonly Who[]): Iterable<number> {
  const counts = new Map<unknown, number>()
  for (const { place } of readers) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts.values()
}
