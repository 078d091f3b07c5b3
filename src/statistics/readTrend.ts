import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { filedIn } from '@/access/listFilter'
import { keptFor } from '@/tables/keptFor'
import type { Figures } from './figures'
import { inTurns } from './inTurns'
import { readingsBy, sumsOfDays } from './monthCounts'
import { readFiling } from './readCity'
import { readSteps } from './readSteps'
import { partsOf, type Period, type Span } from './span'
import { startOfDay } from '@/shanghaiDay'

export const trendKeys = [
  ...(['reads', 'readers', 'uses', 'added', 'changed', 'approved', 'returned'] as const),
] as const
export type TrendKey = (typeof trendKeys)[number]
export type Point = { span: Span } & Pick<Figures, TrendKey>

type Wanted = {
  span: Span
  by: Period
  /** With what lies below it; all where none is named. */
  unit?: string
}

const trends = keptFor<Point[]>({ name: 'trend', time: 60_000, most: 200 })

/** What was read and done in each part of a span, at most a minute old. */
export const readTrend = (payload: Payload, wanted: Wanted): Promise<Point[]> => {
  const { span, by, unit = '' } = wanted
  const key = [span.from, span.to, by, unit].join(':')
  return trends.now(payload, () => read(payload, wanted), { key })
}

/** In so many points at most a trend is shown; longer ones by longer parts. */
const mostPoints = 62

/** The shortest parts of which a span has not too many. */
export const partsShown = (span: Span): Period =>
  (['day', 'week', 'month', 'quarter'] as const).find(
    (by) => partsOf(span, by).length <= mostPoints,
  ) ?? 'year'

async function read(payload: Payload, { span, by, unit }: Wanted): Promise<Point[]> {
  const points = partsOf(span, by).map((part): Point => ({
    span: part,
    ...{ reads: 0, readers: 0, uses: 0, added: 0, changed: 0, approved: 0, returned: 0 },
  }))
  const byDay = new Map<string, Point>()
  for (const point of points)
    for (const { from } of partsOf(point.span, 'day')) byDay.set(from, point)
  for (const part of partsOf(span, 'month')) {
    await breathe()
    const sums = await readingsOfDays(payload, part, unit)
    for (const [at, day] of sums.keys.entries()) {
      const point = byDay.get(day)
      if (!point) continue
      for (const key of ['reads', 'readers', 'uses'] as const) point[key] += sums[key][at] ?? 0
    }
  }
  const filing = await readFiling(payload)
  const isCounted = (entry: string) => {
    const filed = filing.get(entry)
    return filed && (!unit || filed.unit === unit || filed.unitAbove === unit)
  }
  // The first done comes first, as the points do.
  const begins = points.map((point) => startOfDay(point.span.from)?.toISOString() ?? '')
  let n = 0
  for await (const some of inTurns(await readSteps(payload, span)))
    for (const { entry, counts, at } of some) {
      while ((begins[n + 1] ?? '~') <= at) n += 1
      const key = trendKeys.find((one) => one === counts)
      const point = points[n]
      if (key && point && isCounted(entry)) point[key] += 1
    }
  return points
}

/** Of a unit, what lies in it now; of all also what is gone. */
async function readingsOfDays(payload: Payload, part: Span, unit: string | undefined) {
  return unit ? sumsOfDays(payload, 'day', part, filedIn(unit)) : readingsBy(payload, 'day', part)
}
