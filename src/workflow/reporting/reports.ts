import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { daysToObject, unitsOfReport, type ReportFacts } from '@/access/reports'
import { noFigures, type Score, type Weights } from '@/statistics/figures'
import type { Language } from '@/i18n/language'
import type { Span } from '@/statistics/span'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { workingDayAfter } from '../calendar/workingDays'
import { byId } from '../store'
import type { Unit, UnitRow } from './readStatistics'

/** A month or a year. */
export type ReportPeriod = 'month' | 'year'

export type Objection = {
  id: string
  unit: string
  unitName: string
  sentence: string
  byName: string
  at: string
  /** Null until the centre decided. */
  answer: string | null
  isUpheld: boolean | null
  decidedByName: string | null
  decidedAt: string | null
}

/** A report as it is listed. */
export type ReportHead = Span & {
  /** `2026-10`, or `2026` of a year. */
  id: string
  period: ReportPeriod
  frozenAt: string
  publishedAt: string | null
  publishedByName: string | null
}

export type Report = ReportHead & {
  /** Those that its reader sees, with their scores. */
  units: UnitScored[]
  weights: Weights
  /** What each figure was when it was counted, in a sentence; under `formula` that of the score. */
  meanings: Record<Language, Record<string, string>>
  objections: Objection[]
  /** Until when units may object, a day. */
  until: string
  facts: ReportFacts
}

const headColumns = ['id', 'from', 'to', 'period', 'frozenAt', 'publishedAt', 'publishedByName']

/** All reports that this person sees something of, the newest first. */
export async function listReports(payload: Payload, actor: Actor | null): Promise<ReportHead[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'reports', columns: headColumns, sort: '-to', limit: 0 },
  })) as ReportHead[]
  const all: Pick<Unit, 'id' | 'above'> = { id: actor?.unit ?? '', above: null }
  return rows.filter(
    ({ publishedAt }) =>
      unitsOfReport(actor, { isPublished: publishedAt !== null, units: [all] }).length > 0,
  )
}

/** As it was frozen. */
type UnitScored = UnitRow & { score: Score }

type Kept = ReportHead & {
  units: UnitScored[]
  weights: Weights
  /** Of what was frozen before English was, in Chinese alone. */
  meanings: Record<string, string> | Record<Language, Record<string, string>>
}

type Stored = Omit<Kept, 'meanings'> & Pick<Report, 'meanings'>

/** The report as it stands for this person; null where there is none, or nothing of it is for them. */
export async function readReport(
  payload: Payload,
  actor: Actor | null,
  id: string,
  now = new Date(),
): Promise<Report | null> {
  const found = await storedReport(payload, id)
  if (!found) return null
  const isPublished = found.publishedAt !== null
  const seen = unitsOfReport(actor, { isPublished, units: found.units })
  if (seen.length === 0) return null
  const objections = await objectionsTo(payload, id)
  const ids = new Set(seen.map((unit) => unit.id))
  return {
    ...found,
    units: seen,
    objections: objections.filter(({ unit }) => ids.has(unit)),
    ...(await standing(payload, found, objections, now)),
  }
}

async function storedReport(payload: Payload, id: string): Promise<Stored | null> {
  const columns = [...headColumns, 'units', 'weights', 'meanings']
  const [row] = await readRows(payload, {
    ...{ collection: 'reports', columns, where: byId(id), limit: 1 },
  })
  if (!row) return null
  const stored = row as Kept
  // Figures that were not counted yet when it was frozen were none.
  const units = stored.units.map((unit) => ({
    ...unit,
    figures: { ...noFigures(), ...unit.figures },
  }))
  return { ...stored, units, meanings: meaningsIn(stored) }
}

/** What was frozen in Chinese alone stays as it is, whoever reads it. */
function meaningsIn({ meanings }: Kept): Report['meanings'] {
  if (typeof meanings.zh === 'object') return meanings as Report['meanings']
  const inChinese = meanings as Record<string, string>
  return { zh: inChinese, en: inChinese }
}

async function objectionsTo(payload: Payload, report: string): Promise<Objection[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'objections', where: { report: { equals: report } }, sort: 'at', limit: 0 },
  })) as Objection[]
  return rows.map((row) => ({ ...row, isUpheld: row.decidedAt ? row.isUpheld === true : null }))
}

/** Until when units may object, and what is asked of who does something with it. */
async function standing(
  payload: Payload,
  report: Stored,
  objections: readonly Objection[],
  now: Date,
): Promise<{ until: string; facts: ReportFacts }> {
  const calendar = await calendarNow(payload)
  const until = workingDayAfter(new Date(report.frozenAt), daysToObject, calendar)
  const facts = {
    isPublished: report.publishedAt !== null,
    isEarly: report.publishedAt !== null && dayOf(report.publishedAt) <= until,
    isOver: dayOf(now) > until,
    undecided: objections.filter(({ decidedAt }) => !decidedAt).map(({ unit }) => unit),
    objected: objections.map(({ unit }) => unit),
    units: report.units.map(({ id }) => id),
  }
  return { until, facts }
}

/** The facts alone, for a step; null where there is no such report. */
export async function reportFacts(payload: Payload, id: string, now = new Date()) {
  const found = await storedReport(payload, id)
  if (!found) return null
  const { facts, until } = await standing(payload, found, await objectionsTo(payload, id), now)
  const names = new Map(found.units.map((unit) => [unit.id, unit.name]))
  return { facts, until, names }
}
