import { seesAllSearches } from '@/access/views'
import { seesAllReviews } from '@/access/promoting'
import { rowsSeen } from '@/access/statistics'
import type { Actor } from '@/access/actor'
import { dayBefore, dayOf } from '@/shanghaiDay'
import type { Span } from '@/statistics/span'
import { promotionPath } from '@/workflow/promoting/remindReads'
import type { LineKey } from '@/workflow/reporting/lines'
import { figuresWithRows } from '@/workflow/reporting/rowsBehind'
import { viewsAddress } from '../views/viewsAddress'

export const statisticsPath = '/admin/statistics'

type Of = { span: Span; unit?: string | null }

/** The page of these figures, or another page or file of the same. */
export const statisticsAddress = ({ span, unit }: Of, path = statisticsPath, more = {}): string =>
  `${path}?${new URLSearchParams({ ...span, ...(unit ? { unit } : {}), ...more })}`

/** Where what a figure counts is told one by one; null where that is not for this person, or there are no rows. */
export function rowsAddress(actor: Actor, key: LineKey, of: Of): string | null {
  const { span, unit } = of
  if (key === 'asked' || key === 'inVain' || key === 'abandoned' || key === 'reformulated') {
    if (!seesAllSearches(actor) || unit) return null
    // Counted of days that are over.
    const yesterday = dayBefore(dayOf(new Date()), 1)
    const to = span.to < yesterday ? span.to : yesterday
    const outcome: Record<string, string> = key === 'asked' ? {} : { outcome: key }
    return `/admin/searches?${new URLSearchParams({ from: span.from, to, kind: 'questions', ...outcome })}`
  }
  if (rowsSeen(actor) === 'none') return null
  if (key === 'reads' || key === 'readers')
    return viewsAddress({ ...span, counted: 'yes', ...(unit ? { unit } : {}) })
  if (key === 'waited' || key === 'longest')
    return statisticsAddress(of, rowsPath, { figure: 'approved' })
  // Which unit looked when is told to the centre, of the last periods.
  if (key === 'toLook' || key === 'looked' || key === 'noEditor')
    return seesAllReviews(actor) && !unit ? promotionPath : null
  const figure = figuresWithRows.find((one) => one === key)
  return figure ? statisticsAddress(of, rowsPath, { figure }) : null
}

export const reportsPath = '/admin/reports'
export const rowsPath = `${statisticsPath}/rows`
