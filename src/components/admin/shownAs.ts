import { notFound } from 'next/navigation'

/** What shows pages that keep the addresses Payload gives them; no second address of the same pages. */
const ours = ['list', 'record', 'versions']

/**
 * Lists, audit records and versions keep the addresses Payload gives them, `/admin/collections/…`; what is shown
 * there are views of ours. Null for every other page, which is shown as it is asked for.
 */
export function shownAs(segments: readonly string[]): string[] | null {
  const [first = '', slug, id, more, version] = segments
  if (ours.includes(first)) notFound()
  if (first !== 'collections' || !slug) return null
  if (!id) return ['list', slug]
  // Payload's page of what its API answers, and what lies behind pages that have nothing behind them.
  if (more && more !== 'versions') notFound()
  if (more) return ['versions', slug, id, ...(version ? [version] : [])]
  return slug === 'audit' ? ['record', id] : null
}
