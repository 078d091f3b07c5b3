import type { Client, estypes } from '@elastic/elasticsearch'
import { placeOf, type Listed } from '../../paging'
import type { Marker } from '@/search/ranking/marks'
import { highlight } from '@/search/text/highlight'
import { passagesOf } from '@/search/text/passages'
import type { Plan, Counts } from '../../ranking/plan'
import { searchBy, type Found, type Wanted } from '../../ranking/searchBy'
import { readQuery } from '../../text/terms'
import type { SearchPage, SearchQuery, SearchHit } from '../../types'
import { candidatesOf, type Best, MOST_FROM_START, totalOf } from './candidates'
import type { Cluster } from './client'
import { facetsOf } from './facets'
import { allowed } from './filters'
import { matchesOf } from './matches'
import type { Source } from './toSource'

export async function search(cluster: Cluster, query: SearchQuery): Promise<SearchPage> {
  const { client, index, segmenter } = cluster
  const place = placeOf(query)
  const asked = readQuery(query.text, segmenter, query.vocabulary)
  const shouldOf = (plan: Plan) => [...matchesOf(plan), ...found(query)]
  return searchBy<Listed, Best>(
    {
      counts: (words) => countsOf(client, index, words),
      newest: (wanted) => newest(cluster, query, wanted),
      candidates: (plan, wanted) =>
        candidatesOf({ client, index, query, should: shouldOf(plan) }, wanted),
      texts: (best) => best,
      pinned: () => pinnedOf(cluster, query),
      hits: (page, marker) => hitsOf(client, index, page, marker),
      facets: (plan) => facetsOf(cluster, query, plan && shouldOf(plan)),
    },
    { query, asked, place },
  )
}

/**
 * How many documents hold each of these words. The vectors of a document made up of them carry the counts
 * of the index's own dictionary, which costs a look-up each instead of a search.
 */
async function countsOf(client: Client, index: string, words: readonly string[]): Promise<Counts> {
  if (words.length === 0) return { size: 0, of: () => 0 }
  const { term_vectors: vectors } = await client.termvectors({
    index,
    doc: { all: words.join(' ') },
    fields: ['all'],
    term_statistics: true,
    field_statistics: true,
    positions: false,
    offsets: false,
    payloads: false,
  })
  const terms = vectors?.all?.terms ?? {}
  return {
    size: Math.max(0, vectors?.all?.field_statistics?.doc_count ?? 0),
    of: (word) => (Object.hasOwn(terms, word) ? (terms[word]?.doc_freq ?? 0) : 0),
  }
}

/** One page of hits with the places to mark in what is shown of them. */
async function hitsOf(
  client: Client,
  index: string,
  page: readonly Listed[],
  markerFor: Marker,
): Promise<SearchHit[]> {
  if (page.length === 0) return []
  const { docs } = await client.mget<Pick<Source, 'version' | 'kept'>>({
    index,
    ids: page.map(({ id }) => id),
    _source: ['version', 'kept'],
  })
  return page.map(({ id, version, score, explanation }, at) => {
    const why = explanation && { explanation }
    const doc = docs[at]
    const source = doc && '_source' in doc ? doc._source : undefined
    // Written again or removed since it was found: its places would be those of another text.
    if (source?.version !== version || !source.kept) {
      return { id, version, score, ...why, highlights: { title: [], text: [] } }
    }
    const { title, text } = source.kept
    const marks = markerFor(title.text)
    return {
      ...{ id, version, score, ...why },
      highlights: { title: highlight(title, marks), text: passagesOf(text, marks) },
    }
  })
}

/** Everything the filters allow, newest approval first. */
async function newest(
  { client, index }: Cluster,
  query: SearchQuery,
  { limit, behind }: Wanted,
): Promise<Found<Listed>> {
  const last = behind?.at(-1)
  const { hits } = await client.search<Pick<Source, 'version' | 'approvedAt'>>({
    index,
    size: Math.min(limit, MOST_FROM_START),
    track_total_hits: true,
    _source: ['version', 'approvedAt'],
    query: { bool: { filter: allowed(query) } },
    sort: [{ approvedAt: 'desc' }, { id: 'asc' }],
    search_after: last ? [last.key, last.id] : undefined,
  })
  const best = hits.hits.flatMap(({ _id: id = '', _source }) =>
    _source ? [{ id, version: _source.version, score: 0, key: _source.approvedAt }] : [],
  )
  return { best, total: () => totalOf(hits.total) }
}

/** The entries put first that the filters allow, in the order they were put. */
async function pinnedOf({ client, index }: Cluster, query: SearchQuery): Promise<Listed[]> {
  const first = [...new Set(query.first ?? [])]
  if (first.length === 0) return []
  const { hits } = await client.search<Pick<Source, 'version'>>({
    index,
    size: first.length,
    _source: ['version'],
    query: { bool: { filter: [...allowed(query), { ids: { values: first } }] } },
  })
  const byId = new Map(hits.hits.map(({ _id, _source }) => [_id, _source]))
  return first.flatMap((id) => {
    const source = byId.get(id)
    return source ? [{ id, version: source.version, score: 0, key: 0 }] : []
  })
}

/** What was put first counts as found, whatever its words are worth. */
function found({ first = [] }: SearchQuery): estypes.QueryDslQueryContainer[] {
  if (first.length === 0) return []
  return [{ constant_score: { filter: { ids: { values: [...first] } }, boost: 0 } }]
}
