import { askedKeys, figureKeys, toldKeys } from '@/workflow/reporting/asAnswer'
import { list, number, object, orNull, text, type Schema } from './schema'

const day: Schema = { ...text, format: 'date' }
const span = object({ from: day, to: day })
const hours: Schema = orNull({ type: 'number' })
const each = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, number]))

const figures = object({
  ...each(figureKeys),
  waited: { ...hours, description: '审批用时中位数，小时 / time to approval, hours, the median' },
  longest: hours,
  took: {
    ...hours,
    description: '任务办理用时中位数，小时 / time to the end of a task, hours, the median',
  },
  putRight: {
    ...hours,
    description:
      '纠错更正用时中位数，小时 / time until a correction was put right, hours, the median',
  },
  searches: {
    ...object(each(askedKeys)),
    description:
      '已结束各日的检索；某单位的只计其人员 / questions of days that are over; of a unit those of its people',
  },
})

/** What is told of the figures of a period. */
export const statisticsSchemas: Record<string, Schema> = {
  Statistics: {
    ...object({
      ...{ span, before: span },
      unit: {
        ...orNull(object({ id: text, name: text })),
        description: '含下级；全部为空 / with what lies below; null for all',
      },
      now: figures,
      earlier: figures,
      parts: {
        ...list(
          object(
            {
              key: text,
              name: orNull(text),
              ...Object.fromEntries(toldKeys.map((key) => [key, orNull({ type: 'number' })])),
            },
            toldKeys,
          ),
        ),
        description: '按 by 分列；不分列为空 / told apart by `by`; none without it',
      },
    }),
    description: '各指标的定义见 docs/statistics.md / docs/statistics.md defines each figure',
  },
}

const counts = {
  ...{ live: 5120, added: 38, changed: 112, withdrawn: 4, deleted: 1 },
  ...{ reads: 41230, readers: 28114, uses: 9120, helpful: 640, unhelpful: 71 },
  ...{ submitted: 160, approved: 150, returned: 9 },
  ...{ toLook: 160, looked: 151, noEditor: 4 },
  ...{ expired: 3, unreviewed: 12, late: 6, grave: 0 },
  ...{ tasksOpen: 12, tasksOverdue: 1, tasksTold: 40, tasksClosed: 31, tasksRefused: 3 },
  ...{ corrections: 9, upheld: 6, byReplay: 14, sampled: 30, flawed: 2 },
  ...{ waited: 5.2, longest: 71.5, took: 49.0, putRight: 61.0 },
}
const searches = {
  ...{ asked: 20911, inVain: 811, abandoned: 1204, reformulated: 655 },
  ...{ opened: 12950, used: 5291 },
}

export const statisticsExamples = {
  Statistics: {
    span: { from: '2026-10-01', to: '2026-10-31' },
    before: { from: '2026-09-01', to: '2026-09-30' },
    unit: null,
    now: { ...counts, searches },
    earlier: { ...counts, searches },
    parts: [{ key: 'n3Zk', name: '市人力资源和社会保障局', ...counts }],
  },
}
