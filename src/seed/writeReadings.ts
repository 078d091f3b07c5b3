import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { putRows, readRows, type Row } from '@/tables'
import { inTransaction } from '@/workflow/inTransaction'
import { countDay, recount } from '@/workflow/usage/counts'
import { countSearchesBehind } from '@/workflow/usage/searchCounts'
import { workUpHours } from '@/workflow/usage/demand/usualHours'
import { tellUnusual } from '@/workflow/usage/demand/tellUnusual'
import { districtsNow, type DistrictOf } from '@/workflow/usage/districts'
import { settleSearches } from '@/workflow/usage/settleSearches'
import { askedOn, type Live } from './askedOn'
import { chances } from './chances'
import { rushesBefore } from './rushesBefore'

const year = 365
/** Rows written in one transaction. */
const atOnce = 500

/**
 * A believable year of readings, uses and searches up to this moment: written row by row as what is left of them, so that
 * each figure leads to its rows, not replayed; the same each time but for the days.
 */
export async function writeReadings({ payload, now }: { payload: Payload; now: Date }) {
  const districtOf = await districtsNow(payload)
  const [entries, readers] = await Promise.all([
    liveEntries(payload, districtOf),
    readersOf(payload, districtOf),
  ])
  const people = readers.filter(({ district }) => district === null)
  const locals = readers.filter(({ district }) => district !== null)
  const agents = people.filter(({ isAgent }) => isAgent)
  const put = writing(payload)
  const chance = chances(12345)
  const today = dayOf(now)
  for (let ago = year - 1; ago >= 0; ago -= 1) {
    const day = dayBefore(today, ago)
    const { reads, uses } = readOn(entries, { day, ago, chance })
    const begin = startOfDay(day)?.getTime() ?? 0
    const who = { agents, people, locals }
    const asked = { begin, end: now.getTime(), entries, ...who, reads, uses, chance }
    const rows = askedOn(asked)
    for (const name of ['searches', 'views', 'uses', 'helpful'] as const)
      await put(name, rows[name])
  }
  const rushed = rushesBefore(now, entries)
  for (const { searches, views } of rushed) {
    await put('searches', searches)
    await put('views', views)
  }
  await put.rest()
  await settleSearches(payload, now)
  await countSearchesBehind(payload, now)
  await recount(payload)
  // And 阅读次数 of those that nobody has read since.
  const ids = entries.map(({ entry }) => entry)
  await countDay(payload, today, ids)
  for (const { end } of rushed) await tellUnusual(payload, end)
  // Else nothing of its first days would be usual.
  await workUpHours(payload, now)
}

type Asked = { day: string; ago: number; chance: () => number }

/** How often each entry was read, and of these used on a call: more on working days, and by its season. */
function readOn(entries: readonly Live[], { day, ago, chance }: Asked) {
  const reads = new Map<string, number>()
  const uses = new Map<string, number>()
  const weekday = new Date(startOfDay(day) ?? 0).getUTCDay()
  // The instant is that of the evening before in London.
  const working = weekday === 5 || weekday === 6 ? 0.4 : 1
  entries.forEach(({ entry, since }, rank) => {
    if (dayOf(since) > day) return
    const usual = 7 / (rank + 1) ** 0.8
    const season = 1 + 0.5 * Math.sin((2 * Math.PI * (ago + 17 * rank)) / year)
    // What is new on everybody's lips, and what was a month ago.
    const rush = rank % 13 === 5 && ago < 6 ? 4 : rank % 17 === 7 && ago > 24 && ago < 38 ? 3 : 1
    const n = Math.round(usual * working * season * rush * (0.5 + chance()))
    if (n === 0) return
    reads.set(entry, n)
    uses.set(entry, Math.round(n * 0.3 * chance() * 2))
  })
  return { reads, uses }
}

/** What is read most first: answers to questions, in no order of theirs, then what units say of themselves. */
async function liveEntries(payload: Payload, districtOf: DistrictOf): Promise<Live[]> {
  const columns = ['entry', 'number', 'title', 'similarQuestions', 'categoryKey', 'openToPublic']
  const published = (await readRows(payload, {
    collection: 'publications',
    columns: [...columns, 'unit', 'isLive', 'from'],
    sort: 'from',
    limit: 0,
  })) as (Live & { unit: string; isLive: boolean; from: string })[]
  const first = new Map(published.toReversed().map(({ entry, from }) => [entry, from]))
  const rows = published
    .filter(({ isLive }) => isLive)
    .sort((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ unit, isLive: _isLive, from, ...row }) => ({
      ...{ ...row, since: first.get(row.entry) ?? from, district: districtOf(unit) },
    }))
  const isAnswer = ({ categoryKey }: Live) => (categoryKey ?? 'details') !== 'details'
  const chance = chances(rows.length)
  return rows
    .map((row) => ({ row, place: chance() + (isAnswer(row) ? 0 : 1) }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row)
}

/** Agents and staff, and in counties and zones all who work there. */
async function readersOf(payload: Payload, districtOf: DistrictOf) {
  const { docs } = await payload.find({
    collection: 'users',
    sort: 'username',
    ...{ pagination: false, depth: 0, overrideAccess: true },
  })
  const people = docs.map(({ id, name, unit, roles }) => ({
    ...{ id, name, unit: String(unit), district: districtOf(String(unit)) },
    isAgent: roles.includes('agent'),
    isReader: roles.includes('agent') || roles.includes('staff'),
  }))
  return people.filter(({ isReader, district }) => isReader || district !== null)
}

/** Writes many rows at a time; `rest` writes what is left. */
function writing(payload: Payload) {
  const waiting = new Map<CollectionSlug, Row[]>()
  const write = async (collection: CollectionSlug, rows: readonly Row[]) => {
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => putRows({ req, collection, rows }))
  }
  const put = async (collection: CollectionSlug, rows: readonly Row[]) => {
    const all = [...(waiting.get(collection) ?? []), ...rows]
    while (all.length >= atOnce) await write(collection, all.splice(0, atOnce))
    waiting.set(collection, all)
  }
  const rest = async () => {
    for (const [collection, rows] of waiting) if (rows.length > 0) await write(collection, rows)
    waiting.clear()
  }
  return Object.assign(put, { rest })
}
