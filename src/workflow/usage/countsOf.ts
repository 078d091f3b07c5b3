import type { Payload, Where } from 'payload'
import { isUnhelpfulReason, type UnhelpfulReason, unhelpfulReasons } from '@/access/helpful'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { countGroups, type Row } from '@/tables'
import { atMost, heatOf, weightOf } from '@/statistics/heat'
import { rowsOfDay } from './rowsOfDay'

/** What happened to one entry on one day in Asia/Shanghai. */
export type DayCount = Record<UnhelpfulReason, number> & {
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
export type DistrictCount = Omit<DayCount, 'reads' | keyof Opinions> & { district: string }

const within = (day: string): Where[] => [
  { at: { greater_than_equal: startOfDay(day)?.toISOString() } },
  { at: { less_than_equal: endOfDay(day)?.toISOString() } },
]

/** Rows written before repeats were on record have no mark. */
export const counting: Where = { isRepeat: { not_equals: true } }

/** Counts a day from what is on record, of these entries or of all: as a whole, and of each district apart. */
export async function countsOf(
  payload: Payload,
  day: string,
  entries?: readonly string[],
): Promise<{ counts: DayCount[]; ofDistricts: DistrictCount[] }> {
  const of: Where[] = entries ? [{ entry: { in: [...entries] } }] : []
  const counts: Counts = new Map()
  const ofDistricts = new Map<string, Counts>()
  const countsFor = (row: Row): Counting[] => {
    const all = countIn(counts, row)
    if (typeof row.district !== 'string') return [all]
    const own = ofDistricts.get(row.district) ?? new Map<string, Counting>()
    ofDistricts.set(row.district, own)
    return [all, countIn(own, row)]
  }
  const eachRow = async (
    collection: 'views' | 'uses',
    columns: string[],
    where: Where[],
    add: Add,
  ) => {
    const named = ['entry', 'number', 'reader', 'district', ...columns]
    for await (const rows of rowsOfDay(payload, { collection, day, columns: named, where }))
      for (const row of rows) for (const count of countsFor(row)) add(count, row)
  }
  await eachRow('views', ['session', 'place', 'isPromoted'], [counting, ...of], addReader)
  await eachRow('uses', [], of, addUse)
  const opinions = await countGroups(payload, {
    collection: 'helpful',
    where: { and: [...within(day), ...of] },
    by: ['entry', 'number', 'isHelpful', 'place', 'reason'],
  })
  // Of those that count of an address those who say why come first, always the same.
  const reasonsFirst = opinions.toSorted((one, other) => placeOf(one) - placeOf(other))
  const said = new Map<string, number>()
  for (const group of reasonsFirst) addOpinions(countIn(counts, group), group, said)
  const growth = heatOf(1, day)
  return {
    counts: [...counts.values()].map((count) => dayCountOf(count, growth)),
    ofDistricts: [...ofDistricts].flatMap(([district, some]) =>
      [...some.values()].map((count) => districtCountOf(district, dayCountOf(count, growth))),
    ),
  }
}

/** By the entry. */
type Counts = Map<string, Counting>

const districtCountOf = (
  district: string,
  { entry, number, readers, uses, promoted, counted, weight, heat }: DayCount,
): DistrictCount => ({ entry, number, readers, uses, promoted, counted, weight, heat, district })

/** Somebody who opened it, once or oftener. */
type Who = { isPromoted: boolean; place: unknown }

type Opinions = Pick<DayCount, 'helpful' | 'unhelpful' | UnhelpfulReason>

export const noOpinions = {
  ...{ helpful: 0, unhelpful: 0 },
  ...(Object.fromEntries(unhelpfulReasons.map((reason) => [reason, 0])) as Opinions),
}

type Counting = Pick<DayCount, 'entry' | 'number' | 'reads' | 'uses' | keyof Opinions> & {
  who: Map<string, Who>
  usesOf: Map<unknown, number>
}

type Add = (count: Counting, row: Row) => void

function countIn(counts: Counts, { entry, number }: Row): Counting {
  const key = String(entry)
  const known = counts.get(key)
  const none = { entry: key, number: null, reads: 0, uses: 0, ...noOpinions }
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

const placeOf = ({ reason }: Row): number =>
  isUnhelpfulReason(reason) ? unhelpfulReasons.indexOf(reason) : unhelpfulReasons.length

/** @param said how many count already of what an address said */
function addOpinions(count: Counting, group: Row, said: Map<string, number>): void {
  const isHelpful = group.isHelpful === true
  const key = JSON.stringify([group.entry, isHelpful, group.place])
  const before = said.get(key) ?? 0
  const all = before + Number(group.count)
  const more = atMost([all]) - atMost([before])
  said.set(key, all)
  count[isHelpful ? 'helpful' : 'unhelpful'] += more
  if (!isHelpful && isUnhelpfulReason(group.reason)) count[group.reason] += more
}

function addUse(count: Counting, { reader }: Row): void {
  count.uses += 1
  count.usesOf.set(reader, (count.usesOf.get(reader) ?? 0) + 1)
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
