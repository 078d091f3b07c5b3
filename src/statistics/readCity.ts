import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { CategoryKey, Library, State } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { countGroups, readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { noFigures, type Figures, type Stock } from './figures'
import { inTurns } from './inTurns'
import { readingKeys, readingsBy, type Readings } from './monthCounts'
import { readLive } from './readLive'
import { readSteps } from './readSteps'
import { countTasks, readTaskHours } from './readTasks'
import { partsOf, within, type Span } from './span'

/** What is counted of each unit that answers for something, by its id. */
export type City = ReadonlyMap<string, OfUnit>
export type OfUnit = Figures & { stock: Stock }

export type Filed = {
  unit: string
  unitAbove: string | null
  library: Library
  category: CategoryKey | null
  isPurged: boolean
}
/** Where each entry is filed now, by its id: what happened to it is counted of who answers for it now. */
export type Filing = ReadonlyMap<string, Filed>

const time = 60_000
const cities = keptFor<City>({ name: 'statistics', time, most: 60 })
const filings = keptFor<Filing>({ name: 'filing', time })

/**
 * The figures of all units in a span of days, at most a minute old; what stands at its end is told of now where the end
 * is still to come. Rejects as the database does.
 */
export const readCity = (payload: Payload, span: Span, now = new Date()): Promise<City> =>
  cities.now(payload, () => readAll(payload, span, now), { key: `${span.from}:${span.to}` })

/** Where each entry is filed now, or was when it was purged; at most a minute old. */
export const readFiling = (payload: Payload): Promise<Filing> =>
  filings.now(payload, async () => {
    const rows = await readRows(payload, {
      collection: 'register',
      columns: ['id', 'unit', 'unitAbove', 'library', 'categoryKey'],
      limit: 0,
    })
    await breathe()
    // What was purged stays its unit's: the decision to do so says whose it was.
    const purged = await readRows(payload, {
      collection: 'decisions',
      columns: ['entry', 'unit', 'library'],
      where: { step: { equals: 'purge' } },
      limit: 0,
    })
    const filed = (row: Record<string, unknown>, isPurged: boolean) => {
      const { unit, unitAbove, library, categoryKey } = row
      const place = { unit, unitAbove: unitAbove ?? null, library, category: categoryKey ?? null }
      return { ...place, isPurged } as Filed
    }
    return new Map([
      ...purged.map((row) => [String(row.entry), filed(row, true)] as const),
      ...rows.map((row) => [String(row.id), filed(row, false)] as const),
    ])
  })

/** One after the other, and others get their turn between: SQLite answers without turning the event loop. */
async function readAll(payload: Payload, span: Span, now: Date): Promise<City> {
  const filing = await readFiling(payload)
  const city = new Map<string, OfUnit & ReturnType<typeof noFigures>>()
  const of = (unit: string) => {
    const known = city.get(unit) ?? { ...noFigures(), stock: { live: [], states: [] } }
    city.set(unit, known)
    return known
  }
  const ofEntry = (entry: unknown) => {
    const filed = filing.get(String(entry))
    return filed && of(filed.unit)
  }
  await breathe()
  for (const row of await readStates(payload)) of(row.unit).stock.states.push(row)
  await breathe()
  for await (const some of inTurns(await readLive(payload, span, now)))
    for (const { entry, isExpired, isUnreviewed, isLate } of some) {
      const [figures, filed] = [ofEntry(entry), filing.get(entry)]
      if (!figures || !filed) continue
      figures.live += 1
      if (isExpired) figures.expired += 1
      if (isUnreviewed) figures.unreviewed += 1
      if (isLate) figures.late += 1
      addTo(figures.stock.live, filed)
    }
  for (const part of partsOf(span, 'month'))
    for (const [unit, sums] of await readingsIn(payload, part, filing, now))
      for (const key of readingKeys) of(unit)[key] += sums[key]
  for await (const some of inTurns(await readSteps(payload, span)))
    for (const { entry, counts, waited } of some) {
      const figures = ofEntry(entry)
      if (!figures) continue
      figures[counts] += 1
      if (waited !== null) figures.waits.push(waited)
    }
  for (const { entry } of await readGrave(payload, span)) {
    const figures = ofEntry(entry)
    if (figures) figures.grave += 1
  }
  await breathe()
  for (const { unit, key, count } of await countTasks(payload, span, now)) of(unit)[key] += count
  for (const { unit, hours, isPutRight } of await readTaskHours(payload, span, now)) {
    of(unit).ends.push(hours)
    if (isPutRight) of(unit).fixes.push(hours)
  }
  return city
}

function addTo(live: Stock['live'], { library, category }: Filed): void {
  const known = live.find((one) => one.library === library && one.category === category)
  if (known) known.count += 1
  else live.push({ library, category, count: 1 })
}

type InState = Stock['states'][number] & { unit: string }

async function readStates(payload: Payload): Promise<InState[]> {
  const groups = await countGroups(payload, {
    collection: 'register',
    by: ['unit', 'library', 'state'],
    where: { trashedAt: { exists: false } },
  })
  return groups.map(({ unit, library, state, count }) => ({
    unit: String(unit),
    library: library as Library,
    state: state as State,
    count,
  }))
}

/** Of days that are over these change no more, but for entries that move: looked at again after ten minutes. */
const over = keptFor<ReadonlyMap<string, Readings>>({ name: 'readings', time: 600_000, most: 500 })

/** What was read and used in a part of a span, by unit. */
const readingsIn = (payload: Payload, part: Span, filing: Filing, now: Date) =>
  part.to < dayOf(now)
    ? over.now(payload, () => sumReadings(payload, part, filing), {
        key: `${part.from}:${part.to}`,
      })
    : sumReadings(payload, part, filing)

async function sumReadings(payload: Payload, part: Span, filing: Filing) {
  await breathe()
  const sums = await readingsBy(payload, 'entry', part)
  await breathe()
  const units = new Map<string, Readings>()
  const owners = sums.keys.map((entry) => {
    const unit = filing.get(entry)?.unit
    if (!unit) return undefined
    const known = units.get(unit) ?? { reads: 0, readers: 0, uses: 0, helpful: 0, unhelpful: 0 }
    units.set(unit, known)
    return known
  })
  for (const key of readingKeys)
    owners.forEach((readings, at) => {
      if (readings) readings[key] += sums[key][at] ?? 0
    })
  return units
}

/** Withdrawals that the centre graded as grave errors (重大错误) within a span, whenever the text was withdrawn. */
export async function readGrave(payload: Payload, span: Span) {
  const rows = await readRows(payload, {
    collection: 'gradings',
    columns: ['id', 'entry', 'sentence', 'byName', 'at'],
    where: { and: [{ isGrave: { equals: true } }, ...within('at', span)] },
    limit: 0,
  })
  return rows as { id: string; entry: string; sentence: string; byName: string; at: string }[]
}
