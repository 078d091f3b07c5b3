import { hearingsIn, hearingsOf, piecesSounding } from '../text/hearing'
import type { Mark } from '../text/highlight'
import { normalisedText } from '../text/normalise'
import type { QueryText } from '../text/terms'
import type { Said } from './corrections'
import type { WeighedTerm } from './weighedTerm'

/** A word in more than a quarter of all texts says nothing about why this one was found. */
const TOO_COMMON = Math.log(1 + 3)

/** What to mark in the hit of this title. */
export type Marker = (title: string) => Mark[]

/** Words asked for are marked, what they were put right to, and what sounds like those that nobody wrote. */
export function markerOf(
  { text, parts }: Pick<QueryText, 'text' | 'parts'>,
  terms: readonly WeighedTerm[],
  { corrected }: Pick<Said, 'corrected'>,
): Marker {
  const likely = (form: string): Mark => ({ form, weight: 1, kind: 'guess' })
  const written = [
    ...writtenMarks(parts, terms),
    ...corrected.map(({ used }) => likely(normalisedText(used))),
  ]
  const unknown = terms.filter(({ count }) => count === 0)
  const hearings = [...hearingsIn(text), ...unknown.flatMap(({ word }) => hearingsOf(word))]
  return (title) => [...written, ...piecesSounding(title, hearings).map(likely)]
}

/** The words asked for and the shorter words inside them. */
function writtenMarks(parts: QueryText['parts'], terms: readonly WeighedTerm[]): Mark[] {
  const telling = terms.filter((term) => term.rarity > TOO_COMMON && isLongEnough(term.word))
  const chosen = telling.length > 0 ? telling : terms
  const marks = new Map<string, Mark>()
  for (const { forms, kind, rarity } of chosen) {
    for (const form of forms) {
      for (const part of parts[form] ?? []) {
        if (part === form || !isLongEnough(part) || marks.has(part)) continue
        marks.set(part, { form: part, weight: rarity / 2, kind: 'word' })
      }
      marks.set(form, { form, weight: rarity, kind })
    }
  }
  return [...marks.values()]
}

function isLongEnough(word: string): boolean {
  return word.length > 1
}
