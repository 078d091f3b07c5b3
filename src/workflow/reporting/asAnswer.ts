import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { figureKeys, longestOf, medianOf, type Figures } from '@/statistics/figures'
import { askedKeys } from '@/statistics/readAsked'
import { readTrend, trendKeys } from '@/statistics/readTrend'
import { periods } from '@/statistics/span'
import { readStatistics, type Statistics } from './readStatistics'
import { spanWanted, type SortedBy, type StatisticsWanted } from './wanted'

/** Figures as they are answered: hours of approvals as the middle and the longest, of tasks as the middle. */
const told = ({ waits, ends, fixes = [], ...figures }: Figures) => ({
  ...figures,
  waited: medianOf(waits),
  longest: longestOf(waits),
  took: medianOf(ends),
  putRight: medianOf(fixes),
})

/** One of what figures are told apart by: which it is, and what is counted of it. */
type Part = { key: string; name: string | null } & Partial<
  Record<(typeof toldKeys)[number], number | null>
>

/** `GET /api/statistics`: the figures of a span beside the one before, told apart by what is asked for. */
export async function statisticsAnswer(
  payload: Payload,
  actor: Actor | null,
  wanted: StatisticsWanted,
) {
  const span = spanWanted(wanted)
  const found = await readStatistics(payload, actor, { unit: wanted.unit, span })
  const { before, unit, figures, figuresBefore, asked, askedBefore } = found
  return {
    ...{ span, before, unit: unit && { id: unit.id, name: unit.name } },
    now: { ...told(figures), searches: asked },
    earlier: { ...told(figuresBefore), searches: askedBefore },
    parts: wanted.by ? await partsBy(payload, wanted.by, found) : [],
  }
}

async function partsBy(payload: Payload, by: SortedBy, found: Statistics): Promise<Part[]> {
  const { span, unit, units, stock } = found
  const period = periods.find((one) => one === by)
  if (period) {
    const points = await readTrend(payload, { span, by: period, unit: unit?.id })
    return points.map((point) => ({
      ...{ key: point.span.from, name: null },
      ...Object.fromEntries(trendKeys.map((key) => [key, point[key]])),
    }))
  }
  if (by === 'unit')
    return units.map(({ id, name, figures }) => ({ key: id, name, ...told(figures) }))
  const counted = by === 'state' ? stock.states : stock.live
  const keyOf = (one: (typeof counted)[number]) => {
    if (by === 'library') return one.library
    return 'state' in one ? one.state : (one.category ?? one.library)
  }
  const sums = new Map<string, number>()
  for (const one of counted) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count)
  const name = by === 'state' ? 'copies' : 'live'
  return [...sums].map(([key, count]) => ({ key, name: null, [name]: count }))
}

/** Every figure there may be, for who describes them: of entries, of questions, and of a part. */
export { askedKeys, figureKeys }
export const toldKeys = [...figureKeys, 'waited', 'longest', 'took', 'putRight', 'copies'] as const
