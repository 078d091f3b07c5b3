import type { Listed } from './hits'
import type { SearchQuery } from '../../types'
import { totalOf, type Wanted } from './candidates'
import { allowed } from './filters'
import type { Place } from './search'
import type { Source } from './toSource'

const MOST_FROM_START = 10_000

/** Everything the filters allow, newest approval first, and the number of all. */
export async function newest(
  { client, index }: Place,
  query: SearchQuery,
  { limit, behind }: Wanted,
): Promise<{ rest: Listed[]; total: number }> {
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
  const rest = hits.hits.flatMap(({ _id: id = '', _source }) =>
    _source ? [{ id, version: _source.version, score: 0, key: _source.approvedAt }] : [],
  )
  return { rest, total: totalOf(hits.total) }
}
