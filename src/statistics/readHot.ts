import type { Payload, Where } from 'payload'
import { filedIn } from '@/access/listFilter'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countGroups, readRows, type Group } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { showsIn } from './hotDistricts'
import { inOrder, lookedBack, scoreOn, usualRate, type Evidence } from './heat'

/** How often an entry was used and by how many it was read: in the last seven days, and in the seven before. */
export type Figures = {
  uses: number
  readers: number
  usesBefore: number
  readersBefore: number
}

export type Hot = {
  id: string
  /** It was hardly shown so far. */
  isNew: boolean
  figures: Figures
}

/** So many are looked at, the most read and used of late; those behind are no hotspots. */
const lookedAt = 400
/** Counted by the minute, looked at as often; in milliseconds. */
const kept = keptFor<Hot[]>({ name: 'hotspots', time: 60_000, most: 200 })
/** The same for every unit. */
const rate = keptFor<number>({ name: 'hotspots.rate', time: 60_000 })

/** Of what: entries filed in a unit and below it, what is read and used for matters of a district, both, or all. */
export type HotAsked = { unit?: string; district?: string }

/**
 * What is hot there, in order, whoever may see it. At most a minute old. Rejects as the database does.
 */
export function readHot(
  payload: Payload,
  { now, ...asked }: HotAsked & { now: Date },
): Promise<Hot[]> {
  const today = dayOf(now)
  const { unit = '', district = '' } = asked
  const which = { key: `${unit} ${district}`, mark: today }
  return kept.now(payload, () => readAll(payload, { ...asked, today }), which)
}

type Asked = HotAsked & { today: string }
type Row = { id: string; number: string; heat: number }

async function readAll(payload: Payload, asked: Asked): Promise<Hot[]> {
  const rows = await (asked.district ? hottestIn(payload, asked) : hottest(payload, asked))
  if (rows.length === 0) return []
  const evidence = await evidenceOf(payload, rows, asked)
  return inOrder(rows.map(evidence))
}

async function hottest(payload: Payload, { unit }: Asked): Promise<Row[]> {
  const isHot: Where[] = [{ heat: { greater_than: 0 } }]
  return (await readRows(payload, {
    collection: 'register',
    columns: ['id', 'number', 'heat'],
    where: { and: unit ? [...isHot, filedIn(unit)] : isHot },
    sort: '-heat',
    limit: lookedAt,
  })) as Row[]
}

async function hottestIn(payload: Payload, { unit, district }: Asked): Promise<Row[]> {
  const rows = await readRows(payload, {
    collection: 'districtHeats',
    columns: ['entry', 'number', 'heat'],
    where: { district: { equals: district } },
    ...(unit && { ofEntries: filedIn(unit) }),
    sort: '-heat',
    limit: lookedAt,
  })
  return rows.map(({ entry: id, ...row }) => ({ ...row, id })) as Row[]
}

const week = 7

/** What is known of these entries: their counts, and where they were shown. */
async function evidenceOf(payload: Payload, rows: readonly Row[], { district, today }: Asked) {
  const since = dayBefore(today, lookedBack - 1)
  const days = (from: number, to: number): Where[] => [
    { day: { greater_than_equal: dayBefore(today, from) } },
    { day: { less_than_equal: dayBefore(today, to) } },
  ]
  const ofDistrict: Where[] = district ? [{ district: { equals: district } }] : []
  const counted = (span: Where[], sums: string[]) =>
    byKey(payload, district ? 'districtCounts' : 'dayCounts', 'entry', {
      where: { and: [...ofDistrict, { entry: { in: rows.map(({ id }) => id) } }, ...span] },
      sums,
    })
  const isSince: Where = { day: { greater_than_equal: since } }
  const shown = () =>
    byKey(payload, 'dayShows', 'number', {
      where: { and: [{ number: { in: rows.map(({ number }) => number) } }, isSince] },
      sums: ['shown', 'examined', 'listed'],
    })
  const [thisWeek, weekBefore, month, shows, usual] = await Promise.all([
    counted(days(week - 1, 0), ['uses', 'readers', 'weight']),
    counted(days(2 * week - 1, week), ['uses', 'readers']),
    counted([isSince], ['weight', 'counted', 'promoted']),
    district ? showsIn(payload, { district, since, today }) : shown(),
    rate.now(payload, () => rateSince(payload, isSince), { mark: today }),
  ])
  return ({ id, number, heat }: Row): Evidence & Omit<Hot, 'isNew'> => ({
    ...{ id, score: scoreOn(heat, today), week: thisWeek(id, 'weight') },
    ...{ month: month(id, 'weight'), counted: month(id, 'counted') },
    ...{ shown: shows(number, 'shown'), examined: shows(number, 'examined') },
    ...{ clicked: month(id, 'promoted'), listed: shows(number, 'listed') },
    expected: usual * shows(number, 'listed'),
    figures: {
      ...{ uses: thisWeek(id, 'uses'), readers: thisWeek(id, 'readers') },
      ...{ usesBefore: weekBefore(id, 'uses'), readersBefore: weekBefore(id, 'readers') },
    },
  })
}

type Summed = { where: Where; sums: string[] }

/** The sums of each, by its key; none where there are no rows. */
async function byKey(
  payload: Payload,
  collection: 'dayCounts' | 'districtCounts' | 'dayShows',
  key: string,
  { where, sums }: Summed,
) {
  const groups = await countGroups(payload, { collection, where, by: [key], sums })
  const known = new Map(groups.map((group) => [group[key], group]))
  return (of: string, sum: string): number => Number(known.get(of)?.[sum] ?? 0)
}

/** How often what stands in the hotspots is opened from there, over all. */
async function rateSince(payload: Payload, where: Where): Promise<number> {
  const [[clicked], [listed]] = await Promise.all([
    countGroups(payload, { collection: 'dayCounts', where, by: [], sums: ['promoted'] }),
    countGroups(payload, { collection: 'dayShows', where, by: [], sums: ['listed'] }),
  ])
  return usualRate(sumOf(clicked, 'promoted'), sumOf(listed, 'listed'))
}

const sumOf = (group: Group | undefined, name: string): number => Number(group?.[name] ?? 0)
