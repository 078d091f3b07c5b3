import type { Listed } from '../../paging/page'
import type { Found, Wanted } from '../../ranking/searchBy'
import type { SearchQuery } from '../../types'
import { MOST_FROM_START, totalOf } from './candidates'
import { allowed } from './filters'
import type { Cluster } from './search'
import type { Source } from './toSource'

/** Everything the filters allow, newest approval first. */
export async function newest(
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
