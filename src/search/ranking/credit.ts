import { pairsIn } from '../text/characters'
import type { Occurrences } from './occurrences'
import type { WeighedTerm } from './weighedTerm'

/**
 * An entry that tells a figure in another way than it was asked for, 2,500元 and 两千五百元, holds its words and pairs
 * as well: without this it would stand behind those that share a digit of it.
 */
export function creditOf(
  terms: readonly WeighedTerm[],
  placeOf: ReadonlyMap<string, number>,
): (standing: Occurrences, figures: ReadonlySet<string>) => void {
  const parts = terms
    .filter(({ kind }) => kind === 'figure')
    .map(({ word, forms }) => {
      const words = terms.filter(({ within }) => within === word).map((term) => term.word)
      return {
        forms,
        places: [...words, ...pairsIn(word)].flatMap((part) => placeOf.get(part) ?? []),
      }
    })
  return ({ times }, figures) => {
    for (const { forms, places } of parts) {
      if (!forms.some((form) => figures.has(form))) continue
      for (const place of places) times[place] = Math.max(1, times[place] ?? 0)
    }
  }
}
