import { indexed, json, number, required, text } from '@/fields/records'
import { record } from './records'

/** What was read and used of an entry on a day by those whose matter lies in one district; the same counts as `dayCounts`. */
export const DistrictCounts = record(
  'districtCounts',
  [
    text('day', required),
    text('district', required),
    text('entry', { ...required, ...indexed }),
    text('number'),
    number('readers', required),
    number('uses', required),
    number('promoted', required),
    number('counted', required),
    number('weight', required),
    number('heat', required),
  ],
  { timestamps: false, indexes: [{ fields: ['district', 'day'] }] },
)

/** How hot an entry is in a district: one number, the sum of its days. None where nobody read it. */
export const DistrictHeats = record(
  'districtHeats',
  [
    text('district', required),
    text('entry', { ...required, ...indexed }),
    text('number'),
    number('heat', required),
  ],
  { timestamps: false, indexes: [{ fields: ['district', 'heat'] }] },
)

/** Where entries stood in the answers of a day about a district: one row for all of them, by their numbers. */
export const DistrictShows = record(
  'districtShows',
  [text('day', { ...required, ...indexed }), text('district', required), json('shows', required)],
  { timestamps: false, indexes: [{ fields: ['district', 'day'] }] },
)

/** All that is counted by district. */
export const districtRecords = [DistrictCounts, DistrictHeats, DistrictShows]
