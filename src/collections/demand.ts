import { flag, indexed, instant, number, required, text } from '@/fields/records'
import { record } from './records'

/**
 * What is usual for an hour of the week (0 is Monday at midnight), of each query, entry and district that enough asked
 * for then; and one row of kind `hour` for each hour itself, how often it was worked up and which one last.
 */
export const UsualHours = record(
  'usualHours',
  [
    number('hour', { ...required, ...indexed }),
    text('kind', { ...required, ...indexed }),
    text('subject'),
    number('sum'),
    number('times', required),
    instant('at'),
  ],
  { timestamps: false },
)

/** 异常热度: what was asked or read far more than is usual within an hour, and what was told of it. */
export const Alerts = record(
  'alerts',
  [
    text('kind', required),
    // The question in the form by which two are the same; the id of the entry or the unit.
    text('subject', required),
    text('number'),
    // As it was then: the question, the title, the name.
    text('title', required),
    number('count', required),
    number('usual', required),
    // No week was known yet to compare with: it came to the floor.
    flag('isUncompared'),
    // Who was told beside the centre, and stands above it, then.
    text('unit', indexed),
    text('unitAbove', indexed),
    text('unitName'),
    instant('at', { ...required, ...indexed }),
  ],
  { timestamps: false, indexes: [{ fields: ['subject', 'at'] }] },
)
