import type { Payload, Where } from 'payload'
import { askedInVain, type AskedInVain } from '@/statistics/askedInVain'
import { readsOf, type ReadEntry } from '@/statistics/readsOf'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { keptFor } from '@/tables/keptFor'
import { calendarNow } from '../calendar/calendarNow'
import { periodBefore, periodOf, type Period } from '../calendar/periods'
import { frontPlaceOf, type FrontPlace } from './frontPlace'
import { promotionsOf, readReviews, within, type Review, type ReviewKind } from './reviews'

/** An entry or a query with how the unit answered it in this period; null as long as it did not. */
type Proposed<Read> = Read & { answer: Review | null }

export type ReadsToReview = {
  period: Period
  /** Whose readings these are: the period before. */
  read: Period
  /** Where what is promoted goes; null where the unit has no such place. */
  place: FrontPlace | null
  entries: Proposed<ReadEntry>[]
  queries: Proposed<AskedInVain>[]
  /** That somebody looked at all of it in this period. */
  looked: Review | null
}

/** So many of each are proposed. */
const most = 8

/** What may be made to 热点信息: a case is the centre's, and nobody's to revise. */
const libraries = ['knowledge', 'plans', 'notices']

/**
 * What a unit is to look at in this period: what of its own was read most in the one before and stands in no 热点信息
 * yet, and what several asked then and got no answer to. Queries belong to no unit and are shown to each. What was
 * answered in this period stays in its place. Rejects as the database does.
 */
export async function readsToReview(
  payload: Payload,
  unit: string,
  now: Date,
): Promise<ReadsToReview> {
  const { period, read } = await periodsAt(payload, now)
  const [place, answers, promoted, asked] = await Promise.all([
    frontPlaceOf(payload, unit),
    answersIn(payload, unit, period),
    promotionsOf(payload, unit).then((all) => standing(payload, all)),
    queriesOf(payload, read),
  ])
  const known = { answers, promoted }
  const entries = await entriesOf({ payload, unit, now, read, place, known })
  const queries = asked.filter(({ query }) => isOpen('query', query, known)).slice(0, most)
  return {
    ...{ period, read, place },
    entries: entries.map((one) => ({ ...one, answer: answerTo('entry', one.id, answers) })),
    queries: queries.map((one) => ({ ...one, answer: answerTo('query', one.query, answers) })),
    looked: answers.find(isLook) ?? null,
  }
}

/** The period of a moment, and the one whose readings are looked at in it. */
export async function periodsAt(payload: Payload, now: Date) {
  const calendar = await calendarNow(payload)
  const period = periodOf(dayOf(now), calendar)
  return { period, read: periodBefore(period, calendar) }
}

/** Did somebody look at all, or was nothing there? */
export const isLook = ({ kind }: Pick<Review, 'kind'>): boolean => kind === 'all'

/**
 * How the unit answered in this period. A draft that was never written, as where a server was killed before it was, is no
 * answer. Rejects as the database does.
 */
export async function answersIn(payload: Payload, unit: string, period: Period): Promise<Review[]> {
  const rows = await readReviews(payload, [{ unit: { equals: unit } }, ...within(period)])
  const isDraft = ({ outcome }: Review) => outcome === 'drafted'
  const known = await registered(payload, rows.filter(isDraft))
  return rows.filter((row) => !isDraft(row) || known.has(row.entry))
}

/** What came of something counts before that nothing was to be done. */
export function answerTo(
  kind: ReviewKind,
  subject: string,
  answers: readonly Review[],
): Review | null {
  const these = answers.filter((one) => one.kind === kind && one.subject === subject)
  return these.find(({ entry }) => entry !== null) ?? these[0] ?? null
}

/** By the period's first day: the whole city's, asked for each unit and at each click; in milliseconds. */
const kept = keptFor<AskedInVain[]>({ name: 'queriesToReview', time: 60_000 })

/** What several readers asked in vain then, at most a minute old. */
const queriesOf = (payload: Payload, { first, until }: Period): Promise<AskedInVain[]> =>
  kept.now(payload, () => askedInVain(payload, { from: first, to: until }), {
    ...{ key: first, mark: until },
  })

type Known = {
  answers: readonly Review[]
  /** What became of entries and queries before, as far as it is still there. */
  promoted: readonly Review[]
}

/** Nothing came of it yet, or it did in this period, where it is shown with its answer. */
function isOpen(kind: ReviewKind, subject: string, { answers, promoted }: Known): boolean {
  const isOf = (one: Review) => one.kind === kind && one.subject === subject
  return answers.some(isOf) || !promoted.some(isOf)
}

/** Those whose entry is there and not deleted. */
async function standing(payload: Payload, promotions: readonly Review[]): Promise<Review[]> {
  const kept = await registered(payload, promotions, [{ trashedAt: { exists: false } }])
  // A mark may have been taken off again, an entry moved back: the entry itself tells, below.
  return promotions.filter(({ entry, outcome }) => outcome === 'drafted' && kept.has(entry))
}

/** Which of the entries these led to the register has. */
async function registered(
  payload: Payload,
  rows: readonly Review[],
  more: readonly Where[] = [],
): Promise<ReadonlySet<unknown>> {
  if (rows.length === 0) return new Set()
  const ids = [...new Set(rows.map(({ entry }) => entry ?? ''))]
  const found = await readRows(payload, {
    ...{ collection: 'register', columns: ['id'], limit: 0 },
    where: { and: [{ id: { in: ids } }, ...more] },
  })
  return new Set(found.map(({ id }) => id))
}

type Asked = {
  payload: Payload
  unit: string
  now: Date
  read: Period
  place: FrontPlace | null
  known: Known
}

async function entriesOf({ payload, unit, now, read, place, known }: Asked): Promise<ReadEntry[]> {
  const answered = known.answers
    .filter(({ kind }) => kind === 'entry')
    .map(({ subject }) => subject)
  const open: Where = {
    and: [
      { trashedAt: { exists: false } },
      { liveRevision: { exists: true } },
      { categoryKey: { not_equals: 'hotspots' } },
    ],
  }
  const [expired, marked] = await Promise.all([
    expiredOf(payload, unit, now),
    place?.isForCounty ? markedOf(payload, unit) : new Set(),
  ])
  const isProposed = (id: string) =>
    isOpen('entry', id, known) && !expired.has(id) && !marked.has(id)
  return readsOf(payload, {
    days: { from: read.first, to: read.until },
    ofEntries: {
      and: [
        { unit: { equals: unit } },
        { library: { in: libraries } },
        answered.length > 0 ? { or: [{ id: { in: answered } }, open] } : open,
      ],
    },
    most,
    isWanted: (id) => answered.includes(id) || isProposed(id),
  })
}

/** Entries whose live text is out of its validity: nobody reads it any more. */
async function expiredOf(payload: Payload, unit: string, now: Date): Promise<ReadonlySet<unknown>> {
  const isOver: Where[] = [
    { isLive: { equals: true } },
    { validUntil: { less_than: now.toISOString() } },
  ]
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry'], limit: 0 },
    where: { and: [{ unit: { equals: unit } }, ...isOver] },
  })
  return new Set(rows.map(({ entry }) => entry))
}

/** Entries of a township that its county shows already, or will once they are approved. */
async function markedOf(payload: Payload, unit: string): Promise<ReadonlySet<unknown>> {
  const where: Where = { and: [{ unit: { equals: unit } }, { forCounty: { equals: true } }] }
  const rows = await readRows(payload, {
    collection: 'knowledge',
    columns: ['id'],
    where,
    limit: 0,
  })
  return new Set(rows.map(({ id }) => id))
}
