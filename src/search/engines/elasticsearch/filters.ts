import type { estypes } from '@elastic/elasticsearch'
import type { Facets, SearchFilters } from '../../types'

type Query = estypes.QueryDslQueryContainer

/** What the filters allow: in filter context of every query, so that totals are right. */
export function allowed(filters: SearchFilters): Query[] {
  return [...visible(filters), ...narrowing(filters).map(({ query }) => query)]
}

/** The facet that counts without this filter. */
export type Narrowed = keyof Facets

/** What the reader narrowed the search to. */
export function narrowing(filters: SearchFilters): { by: Narrowed; query: Query }[] {
  const { library, unit, category, theme, approvedSince } = filters
  return [
    ...(library === undefined ? [] : [{ by: 'library' as const, query: { term: { library } } }]),
    ...(category === undefined
      ? []
      : [{ by: 'category' as const, query: ofCategory(category, filters) }]),
    ...(theme === undefined ? [] : [{ by: 'theme' as const, query: { term: { themes: theme } } }]),
    ...(unit === undefined ? [] : [{ by: 'unit' as const, query: within(unit) }]),
    ...(approvedSince === undefined
      ? []
      : [{ by: 'freshness' as const, query: { range: { approvedAt: { gte: approvedSince } } } }]),
  ]
}

function ofCategory(category: string, { also }: SearchFilters): Query {
  const own: Query = { term: { category } }
  return also?.category === category ? anyOf([own, among(also.ids)]) : own
}

/** Is it one of these? */
export const among = (ids: readonly string[]): Query => ({ ids: { values: [...ids] } })

/** What may be shown at all, before the reader narrows it. */
export function visible(filters: SearchFilters): Query[] {
  const parts = [present, ...audience(filters), ...validity(filters.now)]
  const hidden = filters.exclude ?? []
  return hidden.length > 0 ? [...parts, { bool: { must_not: among(hidden) } }] : parts
}

/** Neither a removal nor what a rebuild remembers. */
export const present: Query = { term: { removed: false } }

const anyOf = (should: Query[]): Query => ({ bool: { should, minimum_should_match: 1 } })
const within = (units: string): Query => ({ term: { units } })

/** The same rule as `isVisibleTo` in access/audience; the contract suite holds them together. */
function audience({ audience: who }: SearchFilters): Query[] {
  if (who.sees === 'everything') return []
  if (who.sees === 'public') return [{ term: { openToPublic: true } }]
  const own: Query = who.below ? within(who.own) : { term: { unit: who.own } }
  return [anyOf([{ term: { openToUnits: true } }, own])]
}

function validity(now: number): Query[] {
  const open = (field: string): Query => ({ bool: { must_not: { exists: { field } } } })
  return [
    anyOf([open('validFrom'), { range: { validFrom: { lte: now } } }]),
    anyOf([open('validUntil'), { range: { validUntil: { gte: now } } }]),
  ]
}
