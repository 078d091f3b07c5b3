import { unhelpfulReasons } from '@/access/helpful'
import { flag, indexed, instant, json, long, number, required, text } from '@/fields/records'
import { exportViewsEndpoint } from '@/workflow/usage/exportViews'
import { record } from './records'

/**
 * 浏览记录: one row for each opening of a live text: who, under which name, which title it had, through which door, when.
 * A citizen is the anonymous session of a day. Repeats within an hour, and openings in the admin, are
 * on record and do not count.
 */
export const Views = record(
  'views',
  [
    text('entry', required),
    text('number'),
    text('title'),
    text('reader'),
    text('readerName'),
    // The reader's, then.
    text('unit'),
    text('session'),
    // Of a citizen, the address of the day, as little to be read from as the session.
    text('place'),
    text('channel', required),
    flag('isRepeat'),
    // The row of `searches` it was opened from, as whoever opened it said.
    text('search', indexed),
    // That one was the hotspots.
    flag('isPromoted'),
    // The county, zone or park that answer was about, else the reader's own.
    text('district'),
    instant('at', { ...required, ...indexed }),
  ],
  {
    timestamps: false,
    endpoints: [exportViewsEndpoint],
    indexes: [
      { fields: ['entry', 'at'] },
      { fields: ['reader', 'at'] },
      { fields: ['number', 'at'] },
    ],
  },
)

/**
 * 检索记录: one row for each page of hits or of a list that was answered: what was asked, without numbers of persons, by whom,
 * and the entries that were shown, the first hit first. A citizen is the anonymous session of a day, at a place as in `views`.
 */
export const Searches = record(
  'searches',
  [
    long('query'),
    // By which two queries are the same question.
    long('form'),
    text('reader'),
    text('readerName'),
    text('unit'),
    text('session'),
    text('place'),
    text('channel', required),
    json('filters'),
    // The county, zone or park it was narrowed to, else that of whoever asked.
    text('district'),
    // Which list it was, where nothing was asked.
    text('list'),
    number('page', required),
    long('shown'),
    number('found', required),
    flag('isTrial'),
    // What became of it, once it is settled.
    text('outcome'),
    instant('at', { ...required, ...indexed }),
  ],
  {
    timestamps: false,
    indexes: [
      { fields: ['reader', 'at'] },
      { fields: ['session', 'at'] },
      { fields: ['outcome', 'at'] },
    ],
  },
)

/** 用上了: one row for each time an answer was told a caller. */
export const Uses = record(
  'uses',
  [
    text('entry', required),
    text('number', required),
    text('title'),
    number('revision', required),
    text('search', indexed),
    // As in `views`.
    text('district'),
    text('reader', required),
    text('readerName'),
    text('unit'),
    text('channel', required),
    instant('at', { ...required, ...indexed }),
  ],
  {
    timestamps: false,
    indexes: [{ fields: ['entry', 'at'] }, { fields: ['reader', 'at'] }],
  },
)

/**
 * 这条答案有帮助吗: one row for what an anonymous session of a day says of an entry; said again, it is this row. `place` is the
 * address of the day, as `views` have it.
 */
export const Helpful = record(
  'helpful',
  [
    text('entry', required),
    text('number', required),
    flag('isHelpful'),
    // Why it did not help, where that was said: of `unhelpfulReasons`.
    text('reason'),
    text('place'),
    instant('at', { ...required, ...indexed }),
  ],
  { timestamps: false, indexes: [{ fields: ['entry', 'at'] }] },
)

/**
 * Queries that found something, by side (`public`: asked by citizens, `inside`: by people and systems that see
 * more). Nothing in it tells who asked: askers are keyed hashes that differ from query to query.
 */
export const Queries = record(
  'queries',
  [
    text('text', { ...required, ...indexed }),
    text('side', { ...required, ...indexed }),
    number('count', required),
    json('askers'),
    number('askerCount', { ...required, ...indexed }),
    instant('askedAt', { ...required, ...indexed }),
    // Ids of what it found first, at most three.
    json('entries'),
    number('found', required),
  ],
  { timestamps: false },
)

/** What was read, used and found helpful of an entry on a day: counted from the rows, and kept when those are deleted. */
export const DayCounts = record(
  'dayCounts',
  [
    text('day', { ...required, ...indexed }),
    text('entry', required),
    text('number'),
    number('reads', required),
    number('readers', required),
    number('uses', required),
    number('helpful'),
    number('unhelpful'),
    ...unhelpfulReasons.map((reason) => number(reason)),
    number('promoted'),
    number('counted'),
    number('weight'),
    number('heat'),
  ],
  { timestamps: false, indexes: [{ fields: ['entry', 'day'] }] },
)

/**
 * What the days of a month that is over came to, by entry and by day: one row, `2026-10`, of two texts
 * (`statistics/monthCounts`). Gone while a day of it is counted anew; what reads it counts the days then.
 */
export const MonthCounts = record('monthCounts', [long('entries'), long('days')], {
  timestamps: false,
})

/** Random bytes of today and tomorrow, by which citizens are told apart; deleted when their day is over. */
export const DayKeys = record('dayKeys', [text('key', required)], { timestamps: false })

/** When somebody looked at 更新列表 last, and before: one row a person. */
export const Looks = record('looks', [instant('at', required), instant('before')], {
  timestamps: false,
})

/** What was asked on a day by the people of a unit, or by citizens and systems: counted when the day is over. */
export const DaySearches = record(
  'daySearches',
  [
    text('day', { ...required, ...indexed }),
    text('unit'),
    number('asked', required),
    number('inVain', required),
    number('abandoned', required),
    number('reformulated', required),
    number('opened', required),
    number('used', required),
  ],
  { timestamps: false },
)

/** What several asked on a day in the same words. */
export const DayQueries = record(
  'dayQueries',
  [
    text('day', { ...required, ...indexed }),
    long('form', required),
    number('asked', required),
    number('askers', required),
    number('inVain', required),
  ],
  { timestamps: false },
)

/** Where an entry stood in the answers of a day: counted from `searches` when the day is over. */
export const DayShows = record(
  'dayShows',
  [
    text('day', { ...required, ...indexed }),
    text('number', required),
    number('shown', required),
    number('examined', required),
    number('listed', required),
  ],
  { timestamps: false, indexes: [{ fields: ['number', 'day'] }] },
)
