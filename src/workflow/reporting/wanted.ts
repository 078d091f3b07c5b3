import { z } from 'zod'
import { dayOf } from '@/shanghaiDay'
import { daysIn, periods, spanOf, type Span } from '@/statistics/span'
import { Refused } from '../Refused'
import { wantedIn } from '../usage/viewsWanted'

/** By what figures are told apart: parts of the time, or what entries and people belong to. */
export const sortedBy = [...periods, 'unit', 'library', 'category', 'state'] as const
export type SortedBy = (typeof sortedBy)[number]

/** A day of this century: there is nothing to be told of others. */
const day = () => z.iso.date().refine((one) => one >= '2000-01-01' && one <= '2099-12-31')

/** Whose figures of which days somebody wants to see. */
export const statisticsAsked = z.object({
  unit: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .meta({ description: '单位（知识树节点），含下级 / a unit and what lies below' }),
  from: day().optional().meta({
    description:
      '自何日（北京时间，含当日），不填为本月 / from this day (Asia/Shanghai); this month where it is not given',
  }),
  to: day().optional().meta({ description: '至何日（含当日）/ to this day, included' }),
  by: z.enum(sortedBy).optional().meta({
    description: '另按时段、单位、库、类别或状态分列 / told apart by this beside',
  }),
})

export type StatisticsWanted = z.output<typeof statisticsAsked>

/** What the address of the page asks for; what is not understood is as if it were not there. */
export const statisticsWantedIn = (query: Record<string, unknown> | undefined): StatisticsWanted =>
  wantedIn(statisticsAsked, query)

/** More days than this are not told of at once: five years. */
const longest = 5 * 366

/** The days that are wanted; this month where none are named. Refuses days in the wrong order, and too many. */
export function spanWanted({ from, to }: StatisticsWanted, now = new Date()): Span {
  if (!from && !to) return spanOf('month', dayOf(now))
  const span = { from: from ?? spanOf('month', to!).from, to: to ?? spanOf('month', from!).to }
  if (span.from > span.to) throw new Refused('invalid', { fields: ['to'], detail: order })
  if (daysIn(span) > longest) throw new Refused('invalid', { fields: ['to'], detail: tooLong })
  return span
}

const order = {
  zh: '结束日期不能早于开始日期。',
  en: 'The last day comes before the first.',
}
const tooLong = { zh: '一次最多统计五年。', en: 'At most five years at once.' }
