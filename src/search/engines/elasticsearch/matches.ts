import type { estypes } from '@elastic/elasticsearch'
import type { Plan, TitlePart } from '../../ranking/plan'
import { literal } from './toSource'

type Query = estypes.QueryDslQueryContainer

/** All of a document as one text; a word in the title is worth more. */
const fields = [
  ...['title^2.5', 'questions^2', 'keywords^1.5'],
  ...['summary', 'beside', 'text', 'unitName'],
]

/** Lucene leaves out a constant factor of BM25 that the scores of sounds were measured with. */
const SOUND = 2.2
const INITIALS_COUNTED = 100

/** Under this name each hit says what its sound is worth. */
export const sound = 'sound'

/** What a plan looks for, to stand as `should`; nothing where it asks nothing. */
export function matchesOf({ words, figures, runs, titles, phrases }: Plan): Query[] {
  const single = words.filter((parts) => parts.length === 1).flat()
  const several = words.filter((parts) => parts.length > 1).map((parts) => parts.join(' '))
  const together: Query[] = single.length > 0 ? [inAll([...new Set(single)].join(' '))] : []
  const either = [
    ...together,
    ...several.map(phrase),
    ...(figures.length > 0 ? [{ match: { figures: { query: figures.join(' ') } } }] : []),
    ...runs.map(holding),
    ...(titles.length > 0 ? [inTitle(titles)] : []),
  ]
  if (either.length === 0 || phrases.length === 0) return either
  return [{ bool: { should: either, minimum_should_match: 1, filter: phrases.map(holding) } }]
}

function holding(required: string): Query {
  return { match_phrase: { literal: { query: literal(required) } } }
}

function inAll(query: string): Query {
  return { combined_fields: { query, fields } }
}

function phrase(query: string): Query {
  return { multi_match: { query, fields, type: 'phrase' } }
}

function inTitle(parts: readonly TitlePart[]): Query {
  const should = parts.flatMap(titlePart)
  return { bool: { should, minimum_should_match: 1, boost: SOUND, _name: sound } }
}

function titlePart(part: TitlePart): Query[] {
  switch (part.by) {
    case 'pinyin':
      return heard((field) => spoken(`${field}Pinyin`, part.spoken.join(' '), part.isUnfinished))
    case 'initials':
      return heard((field) => initials(`${field}Initials`, part.letters))
    case 'characters':
      // They only let a title in; what it is worth shows in the second scoring.
      return [unscored(part.nearlyAll)]
  }
}

/** In the title, or for a little less in another question or a key word. */
function heard(inField: (field: 'title' | 'names') => Query[]): Query[] {
  const names = { should: inField('names'), minimum_should_match: 1, boost: 0.8 }
  return [...inField('title'), { bool: names }]
}

function spoken(field: string, query: string, isUnfinished: boolean): Query[] {
  return [
    isUnfinished
      ? { match_phrase_prefix: { [field]: { query, max_expansions: 400 } } }
      : { match_phrase: { [field]: { query } } },
  ]
}

/** All that begin so, and of the commonest beginnings how much they tell. */
function initials(field: string, value: string): Query[] {
  const rewrite = `top_terms_blended_freqs_${INITIALS_COUNTED}`
  return [
    { prefix: { [field]: { value, rewrite } } },
    { constant_score: { filter: { prefix: { [field]: { value } } }, boost: 1 } },
  ]
}

function unscored(characters: readonly string[]): Query {
  const should = characters.map((character) => ({ term: { titleCharacters: character } }))
  const filter = { bool: { should, minimum_should_match: characters.length - 1 } }
  return { constant_score: { filter, boost: 0 } }
}
