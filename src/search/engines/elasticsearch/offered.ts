import type { Completion } from '../../ranking/suggestBy'
import { bareText, normalisedText } from '../../text/normalise'
import { charactersOf } from '../../text/characters'
import { initialsOf, soundOf } from '../../text/pinyin'
import type { Segmenter } from '../../text/segment'
import type { SearchDocument, Suggestion } from '../../types'
import { readable } from './readable'

/** Stands in front of each text, so that one can ask for what begins so; nobody types it. */
export const FRONT = '^'

/** The title and the other questions of a document, by what people type of them. */
export function offeredOf({ title, similarQuestions }: SearchDocument, segmenter: Segmenter) {
  return [
    offered('title', title, segmenter),
    ...similarQuestions.map((question) => offered('question', question, segmenter)),
  ]
}

function offered(kind: Suggestion['kind'], text: string, segmenter: Segmenter) {
  const form = normalisedText(text)
  const [first = '', ...others] = initialsOf(segmenter.forQuery(form))
  const shown: Omit<Completion, 'id'> = { kind, text: readable(text), bare: bareText(form) }
  return {
    ...shown,
    length: text.length,
    pinyin: [FRONT, ...soundOf(form)].join(' '),
    initials: [`${FRONT}${first}`, first, ...others].join(' '),
    characters: [FRONT, ...charactersOf(form)].join(' '),
  }
}
