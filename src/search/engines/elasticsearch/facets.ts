import type { estypes } from '@elastic/elasticsearch'
import { FRESHNESS_DAYS, type Facets, type SearchQuery } from '../../types'
import type { Cluster } from './client'
import { among, narrowing, visible, type Narrowed } from './filters'

type Query = estypes.QueryDslQueryContainer
type Aggregation = estypes.AggregationsAggregationContainer

const DAY = 24 * 3_600_000
/** More units than any province has. */
const MOST_VALUES = 10_000

/** How many of what was found have a value; each facet counts without the filter of its own name. */
export async function facetsOf(
  { client, index }: Cluster,
  query: SearchQuery,
  should: Query[] | null,
): Promise<Facets> {
  const narrowed = narrowing(query)
  const beside = (name: Narrowed, values: Aggregation): Aggregation => ({
    filter: {
      bool: { filter: narrowed.filter((each) => each.by !== name).map((each) => each.query) },
    },
    aggs: { values },
  })
  const byTerm = (field: string): Aggregation => ({ terms: { field, size: MOST_VALUES } })
  const since = FRESHNESS_DAYS.map((days) => [
    String(days),
    { range: { approvedAt: { gte: query.now - days * DAY } } },
  ])
  const { aggregations } = await client.search({
    index,
    size: 0,
    query: {
      bool: { filter: visible(query), ...(should && { should, minimum_should_match: 1 }) },
    },
    aggs: {
      library: beside('library', byTerm('library')),
      unit: beside('unit', byTerm('units')),
      category: beside('category', byTerm('category')),
      theme: beside('theme', byTerm('themes')),
      also: beside('category', alsoOf(query)),
      freshness: beside('freshness', { filters: { filters: Object.fromEntries(since) } }),
    },
  })
  const counted = aggregations as unknown as Record<keyof Facets, Counted> & {
    also: { values: Pick<Bucket, 'doc_count'> }
  }
  return {
    library: byValue(counted.library),
    unit: byValue(counted.unit),
    category: withAlso(byValue(counted.category), query, counted.also.values.doc_count),
    theme: byValue(counted.theme),
    freshness: byValue(counted.freshness),
  }
}

/** What counts as of a category though it is of another. */
const alsoOf = ({ also }: SearchQuery): Aggregation => ({
  filter: {
    bool: {
      filter: among(also?.ids ?? []),
      must_not: { term: { category: also?.category ?? '' } },
    },
  },
})

function withAlso(
  counts: Record<string, number>,
  { also }: SearchQuery,
  more: number,
): Record<string, number> {
  if (!also || more === 0) return counts
  return { ...counts, [also.category]: (counts[also.category] ?? 0) + more }
}

type Bucket = { key: string; doc_count: number }
type Counted = { values: { buckets: Bucket[] | Record<string, Omit<Bucket, 'key'>> } }

function byValue({ values: { buckets } }: Counted): Record<string, number> {
  if (!Array.isArray(buckets)) {
    return Object.fromEntries(Object.entries(buckets).map(([key, each]) => [key, each.doc_count]))
  }
  const named = buckets.filter(({ key }) => key !== '')
  return Object.fromEntries(named.map(({ key, doc_count: count }) => [key, count]))
}
