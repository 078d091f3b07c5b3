import type { Client } from '@elastic/elasticsearch'
import type { Listed } from '../../paging/page'
import { placeOf } from '../../paging/placeOf'
import type { Plan } from '../../ranking/plan'
import { searchBy } from '../../ranking/searchBy'
import type { Segmenter } from '../../text/segment'
import { readQuery } from '../../text/terms'
import type { SearchPage, SearchQuery } from '../../types'
import { candidatesOf, type Best } from './candidates'
import { countsOf } from './counts'
import { facetsOf } from './facets'
import { hitsOf } from './hits'
import { matchesOf } from './matches'
import { newest } from './newest'
import { found, pinnedOf } from './pinned'

/** Where to ask. */
export type Cluster = { client: Client; index: string; segmenter: Segmenter }

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
