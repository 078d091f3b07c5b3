import type { Client, estypes } from '@elastic/elasticsearch'
import type { VersionedId } from '../../types'
import { present } from './filters'

const AT_ONCE = 5_000
const KEPT_OPEN = '1m'

/** Every document of an index with its version, as they stood at one instant. */
export async function* scan(client: Client, index: string): AsyncGenerator<VersionedId> {
  await client.indices.refresh({ index })
  const { id } = await client.openPointInTime({ index, keep_alive: KEPT_OPEN })
  try {
    for (let after: estypes.SortResults | undefined; ;) {
      const { hits } = await client.search<{ version: number }>({
        pit: { id, keep_alive: KEPT_OPEN },
        size: AT_ONCE,
        _source: false,
        docvalue_fields: ['version'],
        query: present,
        sort: [{ _shard_doc: 'asc' }],
        search_after: after,
        track_total_hits: false,
      })
      for (const { _id = '', fields } of hits.hits) {
        yield { id: _id, version: Number(fields?.version?.[0]) }
      }
      after = hits.hits.at(-1)?.sort
      if (!after) return
    }
  } finally {
    // It would close by itself a minute later.
    await client.closePointInTime({ id }).catch(() => undefined)
  }
}
