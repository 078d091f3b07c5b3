import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { countedAs, type Asker } from '@/statistics/askers'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { putInTurns } from './putInTurns'
import { searchesOfDay } from './rowsOfDay'
import type { Outcome } from './settleSearches'

/** Questions of a day, of those who belong to a unit; of citizens and systems where it is none. */
type OfUnit = {
  unit: string | null
  asked: number
  inVain: number
  abandoned: number
  reformulated: number
  opened: number
  used: number
}

/**
 * A question of a day, and by how many it was asked, of an address one; answered by nothing, or by nothing that was
 * opened.
 */
type OfQuery = { form: string; asked: number; askers: number; inVain: number }

/** Settled half an hour later at the latest, and that once an hour; in milliseconds. */
const late = 2 * 60 * 60_000
/** Asked by fewer in a day, words may tell of one person: they are kept with the searches and no longer. */
const leastAskers = 2

/** Counts anew what was asked on a day, from the searches on record. */
export async function countSearches(payload: Payload, day: string): Promise<void> {
  const { units, queries } = await countedOn(payload, day)
  await putInTurns(
    payload,
    'daySearches',
    units.map((row) => ({ ...row, id: `${day}:${row.unit ?? ''}`, day })),
  )
  await putInTurns(
    payload,
    'dayQueries',
    queries.map((row) => ({ ...row, id: `${day}:${hashOf(row.form)}`, day })),
  )
}

/** The last day whose searches are all settled and counted. */
export const lastCounted = (now = new Date()): string =>
  dayBefore(dayOf(new Date(now.getTime() - late)), 1)

/** Counts the days that are over, from this one on; stops when asked to. */
export async function countSearchesSince(
  payload: Payload,
  first: string,
  { now = new Date(), signal }: { now?: Date; signal?: AbortSignal } = {},
): Promise<void> {
  const last = lastCounted(now)
  for (let day = first; day <= last && !signal?.aborted; day = dayBefore(day, -1))
    await countSearches(payload, day)
}

/** Of the days that are over and on record, those not counted yet, and the last that was: perhaps not to its end. */
export async function countSearchesBehind(payload: Payload, now = new Date()): Promise<void> {
  const [[known], [first]] = await Promise.all([
    readRows(payload, { collection: 'daySearches', columns: ['day'], sort: '-day', limit: 1 }),
    readRows(payload, { collection: 'searches', columns: ['at'], sort: 'at', limit: 1 }),
  ])
  const from = known ? String(known.day) : dayOf(first?.at)
  if (from) await countSearchesSince(payload, from, { now })
}

type Row = Asker & { form: string | null; unit: string | null; outcome: Outcome | null }

/** What one of these leads to is counted under it; all others of a question only as asked. */
const counted = ['inVain', 'abandoned', 'reformulated', 'opened', 'used'] as const

async function countedOn(payload: Payload, day: string) {
  const units = new Map<string | null, OfUnit>()
  const queries = new Map<string, OfQuery & { by: Set<string> }>()
  const columns = ['form', 'unit', 'reader', 'session', 'place', 'outcome']
  for await (const rows of searchesOfDay(payload, day, columns)) {
    // A list is no question.
    for (const row of rows as Row[]) {
      if (!row.form) continue
      const unit = units.get(row.unit) ?? ofUnit(row.unit)
      units.set(row.unit, unit)
      unit.asked += 1
      const outcome = counted.find((one) => one === row.outcome)
      if (outcome) unit[outcome] += 1
      const query = queries.get(row.form) ?? ofQuery(row.form)
      queries.set(row.form, query)
      query.asked += 1
      query.by.add(countedAs(row))
      if (outcome && outcome !== 'opened' && outcome !== 'used') query.inVain += 1
    }
  }
  const several = [...queries.values()].filter(({ by }) => by.size >= leastAskers)
  return {
    units: [...units.values()],
    queries: several.map(({ by, ...query }) => ({ ...query, askers: by.size })),
  }
}

const hashOf = (form: string): string =>
  createHash('sha256').update(form).digest('hex').slice(0, 32)

const ofUnit = (unit: string | null): OfUnit => ({
  ...{ unit, asked: 0, inVain: 0, abandoned: 0, reformulated: 0, opened: 0, used: 0 },
})

const ofQuery = (form: string) => ({ form, asked: 0, askers: 0, inVain: 0, by: new Set<string>() })
