import { seesAllSearches } from '@/access/views'
import { rowsSeen } from '@/access/statistics'
import type { Actor } from '@/access/actor'
import type { Span } from '@/statistics/span'
import { isInHours, type LineKey } from '@/workflow/reporting/lines'
import { lastCounted } from '@/workflow/usage/searchCounts'
import { figuresWithRows, type RowsWanted } from '@/workflow/reporting/rowsWanted'
import { longestForm } from '@/workflow/usage/viewsWanted'
import { viewsAddress } from '../views/viewsAddress'

export const statisticsPath = '/admin/statistics'

type Of = { span: Span; unit?: string | null }
type OfReport = {
  /** The report the number stands in, to which its rows lead back. */
  report?: string
}

/** The page of these figures, or another page or file of the same. */
export const statisticsAddress = ({ span, unit }: Of, path = statisticsPath, more = {}): string =>
  `${path}?${new URLSearchParams({ ...span, ...(unit ? { unit } : {}), ...more })}`

/** The unit by itself, without what lies below it. */
type Told = Of & OfReport & { isAlone?: boolean }

/** Where what a figure counts is told one by one; null where that is not for this person. */
export function rowsAddress(actor: Actor, key: LineKey, of: Told): string | null {
  const { span, unit, isAlone = false, report } = of
  const whose = { ...(unit ? { unit } : {}), ...(isAlone ? { alone: 'yes' as const } : {}) }
  if (isOfSearches(key)) {
    if (!seesAllSearches(actor)) return null
    const last = lastCounted()
    const to = span.to < last ? span.to : last
    const outcome: Record<string, string> = key === 'asked' ? {} : { outcome: key }
    return `/admin/searches?${new URLSearchParams({ from: span.from, to, kind: 'questions', ...outcome, ...whose })}`
  }
  if (rowsSeen(actor) === 'none') return null
  if (key === 'reads' || key === 'readers')
    return viewsAddress({ ...span, counted: 'yes', ...whose })
  // How long something took leads to what took so long.
  const counted =
    key === 'took'
      ? 'tasksClosed'
      : key === 'putRight'
        ? 'upheld'
        : isInHours(key)
          ? 'approved'
          : key
  const figure = figuresWithRows.find((one) => one === counted)
  return figure
    ? statisticsAddress(of, rowsPath, {
        ...{ figure, ...(isAlone ? { alone: 'yes' } : {}) },
        ...(report ? { report } : {}),
      })
    : null
}

/**
 * Where each time it was asked is told, of those counted by its words; null where that is not for this person, and for
 * words too long for an address.
 */
export function questionAddress(actor: Actor, form: string, { from, to }: Span): string | null {
  if (!seesAllSearches(actor) || form.length > longestForm) return null
  const whole = { kind: 'questions', counted: 'yes' }
  return `/admin/searches?${new URLSearchParams({ form, ...whole, from, to })}`
}

export const isOfSearches = (key: LineKey): boolean =>
  key === 'asked' || key === 'inVain' || key === 'abandoned' || key === 'reformulated'

/** Where copies in a state, entries of a category, or what a person did are told one by one. */
export const partAddress = (
  of: Of,
  part: Partial<RowsWanted> & Pick<RowsWanted, 'figure'>,
): string => statisticsAddress(of, rowsPath, part)

export const reportsPath = '/admin/reports'
export const rowsPath = `${statisticsPath}/rows`
