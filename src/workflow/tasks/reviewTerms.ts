import type { PayloadRequest } from 'payload'
import { usualReviewMonths, type ReviewTerm } from '@/access/taskDays'
import { startOfDay } from '@/shanghaiDay'

export type ReviewMonths = Record<ReviewTerm, number>

/** After how many months what is filed where is looked at again: as the centre says. */
export async function reviewMonthsIn(req: PayloadRequest): Promise<ReviewMonths> {
  const { reviewMonths } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  const of = (term: ReviewTerm) => reviewMonths?.[term] ?? usualReviewMonths[term]
  return { hotspots: of('hotspots'), policies: of('policies'), others: of('others') }
}

/** Does what nobody reviewed for too long go offline? Not, where the centre says nothing. */
export async function lapsesUnreviewed(req: PayloadRequest): Promise<boolean> {
  const { lapseUnreviewed } = await req.payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  return lapseUnreviewed === true
}

/** The next day of review, `2027-05-31`, of what was approved or looked at on this day. */
export function nextReview(from: string, category: string | null, months: ReviewMonths): string {
  const term = category === 'hotspots' || category === 'policies' ? category : 'others'
  return monthsAfter(from, months[term])
}

/** The same day so many months later, or the last of that month where it has none. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/** As it is stored: the first instant of the day. */
export const asReviewDay = (day: string): string => (startOfDay(day) as Date).toISOString()

export const laterOf = (one: string, other: string): string => (one > other ? one : other)
