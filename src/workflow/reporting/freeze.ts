import { createLocalReq, type Payload } from 'payload'
import { figureMeanings, reportTitle } from '@/i18n/reports'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { noFigures } from '@/statistics/figures'
import { readCity } from '@/statistics/readCity'
import { spanOf, type Span } from '@/statistics/span'
import { readRows } from '@/tables'
import { recordAudit } from '../audit/append'
import { inTransaction } from '../inTransaction'
import { scoreWeightsIn } from '../settings'
import { byId, insertOnce } from '../store'
import { tellMatter } from '../telling/matters'
import { readTreeOfUnits, type Unit } from './readStatistics'
import type { ReportPeriod } from './reports'

/** The first day of the next is an hour old: what was read on the last is counted. In milliseconds. */
const settled = 60 * 60_000

/**
 * Freezes the month that is over, in January the year too, on the first day of the next. What was frozen once stays as it
 * was; a city without a step before its end has no report of it. Returns how many were frozen now.
 */
export async function freezeReports(payload: Payload, now = new Date()): Promise<number> {
  const last = dayBefore(spanOf('month', dayOf(new Date(now.getTime() - settled))).from, 1)
  const periods: ReportPeriod[] = last.slice(5, 7) === '12' ? ['month', 'year'] : ['month']
  let frozen = 0
  for (const period of periods) {
    const span = spanOf(period, last)
    const id = period === 'month' ? span.from.slice(0, 7) : span.from.slice(0, 4)
    const [known] = await readRows(payload, {
      ...{ collection: 'reports', columns: ['id'], where: byId(id), limit: 1 },
    })
    if (known || !(await hasSteps(payload, span))) continue
    await freeze(payload, { id, period, span, now })
    frozen += 1
  }
  return frozen
}

/**
 * Tells each unit of what was frozen within a day that its figures can be looked at; who was told is not told again, so
 * that what a kill interrupted is done with the next hour.
 */
export async function showReports(payload: Payload, now = new Date()): Promise<void> {
  const rows = await readRows(payload, {
    ...{ collection: 'reports', columns: ['id'], limit: 0 },
    where: {
      and: [
        { frozenAt: { greater_than: new Date(now.getTime() - dayLong).toISOString() } },
        { publishedAt: { exists: false } },
      ],
    },
  })
  for (const { id } of rows) await show(payload, { id: String(id), now })
}

const dayLong = 24 * 60 * 60_000

async function hasSteps(payload: Payload, { to }: Span): Promise<boolean> {
  const [first] = await readRows(payload, {
    ...{ collection: 'decisions', columns: ['at'], sort: 'at', limit: 1 },
  })
  return first !== undefined && dayOf(first.at) <= to
}

type Frozen = { id: string; period: ReportPeriod; span: Span; now: Date }

async function freeze(payload: Payload, { id, period, span, now }: Frozen): Promise<void> {
  const [tree, city] = [await readTreeOfUnits(payload), await readCity(payload, span, now)]
  const req = await createLocalReq({}, payload)
  const weights = await scoreWeightsIn(req)
  const units = tree.map((unit) => {
    const { stock: _, ...figures } = city.get(unit.id) ?? { ...noFigures(), stock: null }
    const waits = figures.waits.map((hours) => Math.round(hours * 10) / 10)
    return { ...unit, figures: { ...figures, waits } }
  })
  const data = {
    ...{ id, period, ...span, units, weights, meanings: figureMeanings.zh },
    frozenAt: now.toISOString(),
  }
  await inTransaction(req, async () => {
    await insertOnce({ req, collection: 'reports', data })
    await recordAudit({
      req,
      id: `reports.freeze:${id}`,
      action: 'reports.freeze',
      subjectName: id,
    })
  })
}

async function show(payload: Payload, { id, now }: Pick<Frozen, 'id' | 'now'>): Promise<void> {
  for (const { id: unit, kind } of await readTreeOfUnits(payload)) {
    if (!answers(kind)) continue
    const req = await createLocalReq({}, payload)
    await tellMatter(req, {
      ...{ id: `${id}:${unit}`, event: 'monthShown', unit, roles: ['approver', 'editor'] },
      ...{ page: `/admin/reports/${id}`, about: reportTitle(id, 'zh'), at: now },
    })
  }
}

/** A county itself has nobody: what is its own belongs to its office. */
export const answers = (kind: Unit['kind']): boolean => kind !== 'region'
