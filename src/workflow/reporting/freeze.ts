import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { figureMeanings, formulaOf, reportTitle } from '@/i18n/reports'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { noFigures, scoreOf } from '@/statistics/figures'
import { spanAfter, spanBefore, spanOf, type Span } from '@/statistics/span'
import { readRows } from '@/tables'
import { recordAudit } from '../audit/append'
import { inTransaction } from '../inTransaction'
import { scoreWeightsIn } from '../settings'
import { byId, insertOnce } from '../store'
import { tellCentre, tellMatter, type Matter } from '../telling/matters'
import { readFigures } from './readFigures'
import { looking, readTreeOfUnits } from './readStatistics'
import { reportFacts, type ReportPeriod } from './reports'

/** The first day of the next is an hour old: what was read on the last is counted. In milliseconds. */
const settled = 60 * 60_000

/**
 * Freezes the months that are over since the last that was frozen, the year with its December: each on the first day of
 * the next, later where no server ran then. What was frozen once stays as it was; of a month before the first step of
 * the city there is no report. Returns how many were frozen now.
 */
export async function freezeReports(payload: Payload, now = new Date()): Promise<number> {
  const last = dayBefore(spanOf('month', dayOf(new Date(now.getTime() - settled))).from, 1)
  const [newest] = await readRows(payload, {
    ...{ collection: 'reports', columns: ['to'], where: { to: { less_than_equal: last } } },
    ...{ sort: '-to', limit: 1 },
  })
  const since = newest ? String(newest.to) : spanBefore(spanOf('month', last)).to
  let frozen = 0
  for (let { to } = spanAfter(spanOf('month', since)); to <= last;) {
    const periods: ReportPeriod[] = to.slice(5, 7) === '12' ? ['month', 'year'] : ['month']
    for (const period of periods) frozen += await freezeOnce(payload, period, { to, now })
    to = spanAfter(spanOf('month', to)).to
  }
  // What a kill left out of the last.
  const ends: ReportPeriod[] = last.slice(5, 7) === '12' ? ['month', 'year'] : ['month']
  for (const period of ends) frozen += await freezeOnce(payload, period, { to: last, now })
  return frozen
}

/** 1 where it was frozen now. */
async function freezeOnce(
  payload: Payload,
  period: ReportPeriod,
  { to, now }: { to: string; now: Date },
): Promise<number> {
  const span = spanOf(period, to)
  const id = period === 'month' ? span.from.slice(0, 7) : span.from.slice(0, 4)
  const [known] = await readRows(payload, {
    ...{ collection: 'reports', columns: ['frozenAt'], where: byId(id), limit: 1 },
  })
  if (!known && !(await hasSteps(payload, span))) return 0
  // On record also where a kill came between.
  if (!known) await freeze(payload, { id, period, span, now })
  else if (isFresh(known.frozenAt, now)) await noteFrozen(await createLocalReq({}, payload), id)
  return known ? 0 : 1
}

const dayLong = 24 * 60 * 60_000
const isFresh = (at: unknown, now: Date): boolean =>
  Math.abs(now.getTime() - Date.parse(String(at))) < dayLong

/**
 * Tells each unit of what was frozen, or published, within a day; who was told is not told again, so that what a kill
 * interrupted is done with the next hour.
 */
export async function showReports(payload: Payload, now = new Date()): Promise<void> {
  const since = new Date(now.getTime() - dayLong).toISOString()
  const rows = await readRows(payload, {
    ...{ collection: 'reports', columns: ['id', 'publishedAt'], limit: 0 },
    where: {
      or: [{ frozenAt: { greater_than: since } }, { publishedAt: { greater_than: since } }],
    },
  })
  for (const { id, publishedAt } of rows)
    await tellUnits(payload, String(id), publishedAt ? 'monthPublished' : 'monthShown', now)
}

/** So far back it is looked for what was published too early, in milliseconds: notices are corrected within weeks. */
const mayBeCorrected = 60 * dayLong

/**
 * Tells the centre, and while it lasts those who may object, of a report that was published before the time to object was
 * over, by working days that were corrected since: once for each end they came to.
 */
export async function tellEarly(payload: Payload, now = new Date()): Promise<void> {
  const since = new Date(now.getTime() - mayBeCorrected).toISOString()
  const rows = await readRows(payload, {
    ...{ collection: 'reports', columns: ['id'], limit: 0 },
    where: { publishedAt: { greater_than: since } },
  })
  for (const row of rows) {
    const id = String(row.id)
    const found = await reportFacts(payload, id, now)
    if (!found?.facts.isEarly) continue
    const req = await createLocalReq({}, payload)
    const matter: Omit<Matter, 'unit' | 'roles'> = {
      ...{ id: `${id}:${found.until}`, event: 'monthEarly', page: `/admin/reports/${id}` },
      ...{ about: reportTitle(id, 'zh'), at: now },
    }
    await tellCentre(req, matter)
    if (found.facts.isOver) continue
    for (const unit of looking(await readTreeOfUnits(payload)))
      await tellMatter(req, { ...matter, id: `${matter.id}:${unit}`, unit, roles: ['approver'] })
  }
}

async function hasSteps(payload: Payload, { to }: Span): Promise<boolean> {
  const [first] = await readRows(payload, {
    ...{ collection: 'decisions', columns: ['at'], sort: 'at', limit: 1 },
  })
  return first !== undefined && dayOf(first.at) <= to
}

type Frozen = { id: string; period: ReportPeriod; span: Span; now: Date }

async function freeze(payload: Payload, { id, period, span, now }: Frozen): Promise<void> {
  const tree = await readTreeOfUnits(payload)
  const city = await readFigures(payload, span, looking(tree), now)
  const req = await createLocalReq({}, payload)
  const weights = await scoreWeightsIn(req)
  const units = tree.map((unit) => {
    const { stock: _, ...figures } = city.get(unit.id) ?? { ...noFigures(), stock: null }
    const [waits, ends] = [figures.waits, figures.ends].map((all) =>
      all.map((hours) => Math.round(hours * 10) / 10),
    )
    return { ...unit, figures: { ...figures, waits, ends }, score: scoreOf(figures, weights) }
  })
  const data = {
    ...{ id, period, ...span, units, weights, objected: 0, frozenAt: now.toISOString() },
    meanings: {
      zh: { ...figureMeanings.zh, formula: formulaOf(weights, 'zh') },
      en: { ...figureMeanings.en, formula: formulaOf(weights, 'en') },
    },
  }
  await inTransaction(req, async () => {
    await insertOnce({ req, collection: 'reports', data })
    await noteFrozen(req, id)
  })
}

/** Once, however often it is noted. */
const noteFrozen = (req: PayloadRequest, id: string) =>
  recordAudit({ req, id: `reports.freeze:${id}`, action: 'reports.freeze', subjectName: id })

/** Tells the editors and approvers of each unit of a report; who was told is not told again. */
export async function tellUnits(
  payload: Payload,
  report: string,
  event: 'monthShown' | 'monthPublished',
  at: Date,
): Promise<void> {
  for (const { id: unit, kind } of await readTreeOfUnits(payload)) {
    // A county itself has nobody: what is its own belongs to its office.
    if (kind === 'region') continue
    const req = await createLocalReq({}, payload)
    await tellMatter(req, {
      ...{ id: `${report}:${unit}`, event, unit, roles: ['approver', 'editor'] },
      ...{ page: `/admin/reports/${report}`, about: reportTitle(report, 'zh'), at },
    })
  }
}
