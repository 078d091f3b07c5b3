import { piecesAsked } from '../text/asking'
import { edgesBy, type Cuts } from '../text/cuts'
import { hearingsIn, hearingsOf, piecesSounding } from '../text/hearing'
import { isDenial } from '../text/negation'
import type { QueryText } from '../text/terms'
import type { SearchPage } from '../types'
import type { WeighedTerm } from './weighedTerm'

/** What is said of words that were not found as they were typed. */
export type Said = Pick<SearchPage, 'corrected' | 'dropped'>

export const nothingToSay: Said = { corrected: [], dropped: [] }

/** Longer stretches are put right piece by piece. */
const LONGEST = 6
const SHORTEST = 2
/** Hits in which pinyin is heard. */
const LISTENED_TO = 3

type Hit = { title: string; titleCuts: Cuts; names: string; body: string; sound: number }

/** What was found, best first, and whether the query was widened for it. */
export type Reached = { hits: readonly Hit[]; isWide: boolean }

/**
 * What nobody wrote: with what it was taken for in the best title, or dropped where that title holds nothing
 * like it. Pinyin and initials that were heard are no mistakes.
 */
export function corrections(
  asked: QueryText,
  terms: readonly WeighedTerm[],
  { hits, isWide }: Reached,
): Said {
  const [best = null] = hits
  const isLikely = best !== null && (isWide || best.sound > 0)
  const corrected = isLikely ? slipsIn(asked.text, best) : []
  const isPutRight = (word: string) =>
    corrected.some(({ typed }) => typed.includes(word) || word.includes(typed))
  const names = hits
    .slice(0, LISTENED_TO)
    .map((hit) => `${hit.title}\n${hit.names}`)
    .join('\n')
  const isHeardWhole = piecesSounding(names, hearingsIn(asked.text)).length > 0
  const isHeard = (word: string) =>
    /^[a-z]+$/.test(word) && (isHeardWhole || piecesSounding(names, hearingsOf(word)).length > 0)
  const isHeld = (word: string) =>
    hits.some(({ title, names, body }) => [title, names, body].some((text) => text.includes(word)))
  const dropped = terms
    .filter(({ count, isSynonym }) => count === 0 && !isSynonym)
    .map(({ word }) => word)
    .filter((word) => !isPutRight(word) && !isHeard(word) && !isHeld(word) && !isDenial(word))
  return { corrected, dropped }
}

type Title = Pick<Hit, 'title' | 'titleCuts'>

/** Stretches that the title does not hold, but holds another that sounds the same or has one other character. */
function slipsIn(text: string, best: Title): Said['corrected'] {
  const found: Said['corrected'] = []
  for (const run of piecesAsked(text).flatMap(
    (piece) => piece.match(/\p{Script=Han}{2,}/gu) ?? [],
  )) {
    for (let at = 0; at + SHORTEST <= run.length;) {
      const slip = slipAt(run, at, best)
      if (slip) found.push(slip)
      at += slip ? slip.typed.length : 1
    }
  }
  return found
}

/** The longest stretch from here that is wrong and can be put right. */
function slipAt(run: string, at: number, best: Title): Said['corrected'][number] | null {
  const { title } = best
  for (let length = Math.min(LONGEST, run.length - at); length >= SHORTEST; length -= 1) {
    const typed = run.slice(at, at + length)
    if (title.includes(typed)) continue
    const used = piecesSounding(title, hearingsOf(typed))[0] ?? oneOther(typed, best)
    if (used) return { typed, used }
  }
  return null
}

/** A stretch of the title that differs in one character; two of two characters would have too little alike. */
function oneOther(typed: string, { title, titleCuts }: Title): string | null {
  if (typed.length <= SHORTEST) return null
  const edges = edgesBy(title, titleCuts)
  for (let at = 0; at + typed.length <= title.length; at += 1) {
    const piece = title.slice(at, at + typed.length)
    const places = [...typed].flatMap((character, place) =>
      character === piece[place] ? [] : [place],
    )
    const [place = 0] = places
    const other = typed.charAt(place)
    // A character that stands elsewhere in the title is in its right place here, and so is a denial.
    if (places.length !== 1 || title.includes(other) || isDenial(other)) continue
    if (/^\p{Script=Han}+$/u.test(piece) && isOfAWord(edges, at, place, typed.length)) return piece
  }
  return null
}

/** A slip is made within a word: one character by itself is another word, and the end of one that began before is none. */
function isOfAWord(edges: Uint8Array, at: number, place: number, length: number): boolean {
  const isJoined = (between: number) => edges[at + between] === 0
  return (place > 0 && isJoined(place)) || (place + 1 < length && isJoined(place + 1))
}
