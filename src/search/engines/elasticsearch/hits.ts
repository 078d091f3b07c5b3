import type { Client } from '@elastic/elasticsearch'
import type { Listed } from '../../paging/page'
import type { Marker } from '../../ranking/marks'
import { highlight } from '../../text/highlight'
import { passagesOf } from '../../text/passages'
import type { SearchHit } from '../../types'
import type { Source } from './toSource'

/** One page of hits with the places to mark in what is shown of them. */
export async function hitsOf(
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
