import { indexed, instant, required, text } from '@/fields/records'
import { reviewEndpoints } from '@/workflow/promoting/endpoints'
import { record } from './records'

/**
 * 五日查看: one row for each time somebody answered what the unit's readings propose. Rows hold moments; which five
 * working days they belong to follows from the calendar as it is known whenever that is asked.
 */
export const ReadReviews = record(
  'readReviews',
  [
    // None where the whole city was asked.
    text('unit', indexed),
    text('by'),
    text('byName'),
    instant('at', { ...required, ...indexed }),
    // entry, query, all, or period: that everybody was asked.
    text('kind', required),
    // An entry's id, or a query by its form.
    text('subject'),
    // nothing, drafted, revised, marked; of all of it also answered and empty, of a period asked.
    text('outcome', required),
    // What it led to: a draft, or the entry itself.
    text('entry'),
  ],
  { timestamps: false, endpoints: reviewEndpoints },
)
