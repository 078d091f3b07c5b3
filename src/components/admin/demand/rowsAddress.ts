import type { Seen } from '@/access/units'
import { dayOf } from '@/shanghaiDay'
import type { AlertRead } from '@/workflow/usage/demand/readAlerts'

const hour = 60 * 60 * 1000

type Told = { seen: Seen; seesSearches: boolean }

/**
 * Where what was asked or read then is on record: searches with this question and no other, or readings of the entry or
 * the district, of the days the hour lies in. Null where this person is told nothing of it there.
 */
export function rowsAddress(
  { kind, subject, number, title, at }: AlertRead,
  { seen, seesSearches }: Told,
): string | null {
  const days = { from: dayOf(new Date(Date.parse(at) - hour)), to: dayOf(at) }
  const address = (path: string, asked: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...asked, ...days })}`
  if (kind === 'query')
    return seesSearches ? address('/admin/searches', { form: title, kind: 'questions' }) : null
  if (kind === 'entry') return number && address('/admin/views', { entry: number })
  const isSeen = seen === 'everything' || (typeof seen === 'object' && seen.unit === subject)
  return isSeen && subject ? address('/admin/views', { unit: subject }) : null
}
