import type { estypes } from '@elastic/elasticsearch'
import { beginning, sounding, type TitlePart } from '../../ranking/plan'
import { bareText } from '../../text/bareText'
import { charactersOf } from '../../text/characters'
import { normalisedText } from '../../text/normalise'
import { readingsOf } from '../../text/pinyin'
import type { Suggestion, SuggestQuery } from '../../types'
import { allowed } from './filters'
import { FRONT, type Shown } from './offered'
import type { Cluster } from './search'

type Query = estypes.QueryDslQueryContainer

/** Longer beginnings are questions already. */
const LONGEST = 40
/** Entries enough to choose from; a single common character matches far more. */
const MOST_LOOKED_AT = 50
/** Of one entry. */
const MOST_TEXTS = 20
/** Ways a last syllable or word may go on. */
const EXPANSIONS = 400

const shown = ['offered.kind', 'offered.text', 'offered.bare'] as const

/** Something that a text holds, anywhere or at its beginning. */
type Part = (isAtFront: boolean) => Query

/** What begins with what is being typed, then what holds it, by characters, sound or initials. */
export async function suggest(cluster: Cluster, query: SuggestQuery): Promise<Suggestion[]> {
  const typed = bareText(normalisedText(query.text.slice(0, LONGEST)))
  const characters = charactersOf(typed)
  if (characters.length === 0) return []
  const isLatin = /^[a-z]+$/.test(typed)
  const readings = isLatin ? readingsOf(typed) : []
  const whole = [
    // The last character may be a Latin word that goes on.
    inOrder('characters', characters, true),
    ...readings.map(sounding).flatMap(spoken),
    ...(isLatin ? [initials(typed)] : []),
  ]
  const unfinished = readings.map(beginning).flatMap(spoken)
  const chosen = new Map<string, Suggestion>()
  for (const parts of [whole, unfinished]) {
    for (const isAtFront of [true, false]) {
      if (parts.length === 0 || chosen.size >= query.limit) continue
      const like = await textsLike(
        cluster,
        query,
        typed,
        parts.map((part) => part(isAtFront)),
      )
      for (const { bare, ...suggestion } of like) {
        if (!chosen.has(bare)) chosen.set(bare, suggestion)
      }
    }
  }
  return [...chosen.values()].slice(0, query.limit)
}

function spoken(part: TitlePart): Part[] {
  return part.by === 'pinyin' ? [inOrder('pinyin', part.spoken, part.isUnfinished)] : []
}

function inOrder(field: 'characters' | 'pinyin', tokens: readonly string[], goesOn: boolean): Part {
  return (isAtFront) => {
    const query = (isAtFront ? [FRONT, ...tokens] : tokens).join(' ')
    return goesOn
      ? { match_phrase_prefix: { [`offered.${field}`]: { query, max_expansions: EXPANSIONS } } }
      : { match_phrase: { [`offered.${field}`]: { query } } }
  }
}

function initials(letters: string): Part {
  return (isAtFront) => ({
    prefix: { 'offered.initials': { value: isAtFront ? `${FRONT}${letters}` : letters } },
  })
}

async function textsLike(
  { client, index }: Cluster,
  query: SuggestQuery,
  typed: string,
  should: Query[],
): Promise<(Suggestion & { bare: string })[]> {
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
  const found = hits.hits.flatMap(({ _id: id = '', inner_hits: inner }) =>
    (inner?.offered?.hits.hits ?? []).map(({ fields = {} }) => {
      const [kind, text, bare] = shown.map((field) => String(fields[field]?.[0] ?? ''))
      return { id, kind, text, bare } as Suggestion & Shown
    }),
  )
  const begins = ({ bare }: Shown) => bare.startsWith(typed)
  return found.sort(
    (a, b) =>
      Number(begins(b)) - Number(begins(a)) ||
      a.text.length - b.text.length ||
      Number(b.kind === 'title') - Number(a.kind === 'title') ||
      (a.id < b.id ? -1 : 1),
  )
}
