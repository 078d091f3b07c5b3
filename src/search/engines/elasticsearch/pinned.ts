import type { estypes } from '@elastic/elasticsearch'
import type { Listed } from '../../paging/page'
import type { SearchQuery } from '../../types'
import { allowed } from './filters'
import type { Cluster } from './search'
import type { Source } from './toSource'

/** The entries put first that the filters allow, in the order they were put. */
export async function pinnedOf({ client, index }: Cluster, query: SearchQuery): Promise<Listed[]> {
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
export function found({ first = [] }: SearchQuery): estypes.QueryDslQueryContainer[] {
  if (first.length === 0) return []
  return [{ constant_score: { filter: { ids: { values: [...first] } }, boost: 0 } }]
}
