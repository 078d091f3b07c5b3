import type { estypes } from '@elastic/elasticsearch'
import { suggestBy, type Completion, type TypedPart } from '../../ranking/suggestBy'
import type { Suggestion, SuggestQuery } from '../../types'
import { allowed } from './filters'
import type { Cluster } from './client'
import { FRONT } from './toSource'

type Query = estypes.QueryDslQueryContainer

/** Entries enough to choose from; a single common character matches far more. */
const MOST_LOOKED_AT = 50
/** Of one entry. */
const MOST_TEXTS = 20
/** Ways a last syllable or word may go on. */
const EXPANSIONS = 400

const shown = ['offered.kind', 'offered.text', 'offered.bare'] as const

export async function suggest(cluster: Cluster, query: SuggestQuery): Promise<Suggestion[]> {
  return suggestBy((parts, isAtFront) => {
    const should = parts.map((part) => holding(part, isAtFront ? [FRONT] : []))
    return textsLike(cluster, query, should)
  }, query)
}

/** A text that holds this anywhere, or right behind what stands in front. */
function holding(part: TypedPart, front: readonly string[]): Query {
  switch (part.by) {
    case 'characters':
      return inOrder('characters', [...front, ...part.inOrder], true)
    case 'pinyin':
      return inOrder('pinyin', [...front, ...part.spoken], part.isUnfinished)
    case 'initials':
      return { prefix: { 'offered.initials': { value: [...front, part.letters].join('') } } }
  }
}

function inOrder(
  field: 'characters' | 'pinyin',
  tokens: readonly string[],
  goesOn: boolean,
): Query {
  const query = tokens.join(' ')
  return goesOn
    ? { match_phrase_prefix: { [`offered.${field}`]: { query, max_expansions: EXPANSIONS } } }
    : { match_phrase: { [`offered.${field}`]: { query } } }
}

async function textsLike(
  { client, index }: Cluster,
  query: SuggestQuery,
  should: Query[],
): Promise<Completion[]> {
  const like: Query = { bool: { should, minimum_should_match: 1 } }
  const nested = {
    ...{ path: 'offered', query: like },
    inner_hits: { size: MOST_TEXTS, _source: false, stored_fields: [...shown] },
  }
  const { hits } = await client.search({
    index,
    size: Math.max(MOST_LOOKED_AT, query.limit),
    track_total_hits: false,
    _source: false,
    query: { bool: { filter: [...allowed(query), { nested }] } },
    sort: [
      {
        'offered.length': { order: 'asc', mode: 'min', nested: { path: 'offered', filter: like } },
      },
      { id: 'asc' },
    ],
  })
  return hits.hits.flatMap(({ _id: id = '', inner_hits: inner }) =>
    (inner?.offered?.hits.hits ?? []).map(({ fields = {} }) => {
      const [kind, text, bare] = shown.map((field) => String(fields[field]?.[0] ?? ''))
      return { id, kind, text, bare } as Completion
    }),
  )
}
