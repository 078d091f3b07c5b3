import { piecesAsked } from '../text/asking'
import { hearingsOf, piecesSounding } from '../text/hearing'
import type { QueryText } from '../text/terms'
import type { SearchPage } from '../types'
import type { WeighedTerm } from './weighedTerm'

/** What is said of words that were not found as they were typed. */
export type Said = Pick<SearchPage, 'corrected' | 'dropped'>

export const nothingToSay: Said = { corrected: [], dropped: [] }

/** Longer stretches are put right piece by piece. */
const LONGEST = 6
const SHORTEST = 2

/**
 * What nobody wrote: with what it was taken for in the best title, or dropped where that title holds nothing
 * like it. Pinyin and initials that were heard are no mistakes.
 */
export function corrections(
  asked: QueryText,
  terms: readonly WeighedTerm[],
  best: { title: string; isLikely: boolean } | null,
): Said {
  const corrected = best?.isLikely ? slipsIn(asked.text, best.title) : []
  const isPutRight = (word: string) =>
    corrected.some(({ typed }) => typed.includes(word) || word.includes(typed))
  const isHeard = (word: string) =>
    best !== null &&
    /^[a-z]+$/.test(word) &&
    piecesSounding(best.title, hearingsOf(word)).length > 0
  const dropped = terms
    .filter(({ count, isSynonym }) => count === 0 && !isSynonym)
    .map(({ word }) => word)
    .filter((word) => !isPutRight(word) && !isHeard(word))
  return { corrected, dropped }
}

/** Stretches that the title does not hold, but holds another that sounds the same or has one other character. */
function slipsIn(text: string, title: string): Said['corrected'] {
  const found: Said['corrected'] = []
  for (const run of piecesAsked(text).flatMap(
    (piece) => piece.match(/\p{Script=Han}{2,}/gu) ?? [],
  )) {
    for (let at = 0; at + SHORTEST <= run.length;) {
      const slip = slipAt(run, at, title)
      if (slip) found.push(slip)
      at += slip ? slip.typed.length : 1
    }
  }
  return found
}

/** The longest stretch from here that is wrong and can be put right. */
function slipAt(run: string, at: number, title: string): Said['corrected'][number] | null {
  for (let length = Math.min(LONGEST, run.length - at); length >= SHORTEST; length -= 1) {
    const typed = run.slice(at, at + length)
    if (title.includes(typed)) continue
    const used = piecesSounding(title, hearingsOf(typed))[0] ?? oneOther(typed, title)
    if (used) return { typed, used }
  }
  return null
}

/** A stretch of the title that differs in one character; two of two characters would have too little alike. */
function oneOther(typed: string, title: string): string | null {
  if (typed.length <= SHORTEST) return null
  for (let at = 0; at + typed.length <= title.length; at += 1) {
    const piece = title.slice(at, at + typed.length)
    const others = [...piece].filter((character, place) => character !== typed[place]).length
    if (others === 1 && /^\p{Script=Han}+$/u.test(piece)) return piece
  }
  return null
}
