import type { Payload, Where } from 'payload'
import { askedInVain, type AskedInVain } from '@/statistics/askedInVain'
import { readsOf, type ReadEntry } from '@/statistics/readsOf'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
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
  const entries = await entriesOf({ payload, unit, read, place, known })
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

const answersIn = (payload: Payload, unit: string, period: Period): Promise<Review[]> =>
  readReviews(payload, [{ unit: { equals: unit } }, ...within(period)])

/** What came of something counts before that nothing was to be done. */
export function answerTo(
  kind: ReviewKind,
  subject: string,
  answers: readonly Review[],
): Review | null {
  const these = answers.filter((one) => one.kind === kind && one.subject === subject)
  return these.find(({ entry }) => entry !== null) ?? these[0] ?? null
}

/** What several readers asked in vain then. */
export const queriesOf = (payload: Payload, read: Period): Promise<AskedInVain[]> =>
  askedInVain(payload, { from: read.first, to: read.until })

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
  if (promotions.length === 0) return []
  const ids = [...new Set(promotions.map(({ entry }) => entry ?? ''))]
  const where: Where = { and: [{ id: { in: ids } }, { trashedAt: { exists: false } }] }
  const rows = await readRows(payload, { collection: 'register', columns: ['id'], where, limit: 0 })
  const kept = new Set(rows.map(({ id }) => id))
  // A mark may have been taken off again, an entry moved back: the entry itself tells, below.
  return promotions.filter(({ entry, outcome }) => outcome === 'drafted' && kept.has(entry))
}

type Asked = {
  payload: Payload
  unit: string
  read: Period
  place: FrontPlace | null
  known: Known
}

async function entriesOf({ payload, unit, read, place, known }: Asked): Promise<ReadEntry[]> {
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
  const marked = place?.isForCounty ? await markedOf(payload, unit) : new Set()
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
    isWanted: (id) => answered.includes(id) || (isOpen('entry', id, known) && !marked.has(id)),
  })
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
