import type { Range } from '../types'
import { edgesBy } from './cuts'
import { matchesIn, merged, type CutText, type Mark, type Match } from './highlight'
import { normalise } from './normalise'

type Passage = { passage: string; ranges: Range[] }

/** About a line; whole sentences may make it longer. */
const LENGTH = 76
const LONGEST = 110
const MOST = 2
/** How far what is marked may stand from the beginning. */
const REACH_BACK = 28
const REACH_TO_SENTENCE = 60
const CUT = '…'

/** The places of a text that answer best, in its order: whole sentences, or pieces with … where they are cut. */
export function passagesOf(original: CutText, marks: readonly Mark[]): Passage[] {
  const matches = matchesIn(original, marks)
  const chosen: Match[][] = []
  let left = matches
  while (chosen.length < MOST && left.length > 0) {
    const best = bestWindow(left)
    chosen.push(best)
    const [from, to] = reach(best)
    left = left.filter((match) => match.to < from - LENGTH || match.from > to + LENGTH)
  }
  if (chosen.length === 0) return []
  const edges = sentenceEdges(original)
  let shown = 0
  return chosen
    .sort((a, b) => reach(a)[0] - reach(b)[0])
    .map((window) => {
      const [from, to] = limits(edges, reach(window), shown)
      shown = to
      return cutOut(original.text, matches, { from, to, edges })
    })
}

/** The stretch with the most different marks by weight; among equals the first. */
function bestWindow(matches: readonly Match[]): Match[] {
  let best: Match[] = []
  let bestWorth = -1
  for (let first = 0; first < matches.length; first++) {
    const start = matches[first]?.from ?? 0
    const window: Match[] = []
    const worth = new Map<string, number>()
    for (const match of matches.slice(first, first + LENGTH)) {
      if (match.to > start + LENGTH - REACH_BACK) break
      window.push(match)
      worth.set(match.form, match.weight)
    }
    const total = [...worth.values()].reduce((sum, weight) => sum + weight, 0)
    if (window.length > 0 && total > bestWorth) [best, bestWorth] = [window, total]
  }
  // A single mark may be longer than a passage; it is shown from its beginning.
  return best.length > 0 ? best : matches.slice(0, 1)
}

function reach(window: readonly Match[]): [number, number] {
  return [window[0]?.from ?? 0, window.reduce((end, match) => Math.max(end, match.to), 0)]
}

/** How good a place is to begin or to end at, for each place of the original text and its end. */
type Edges = Uint8Array
const [INSIDE, WORD, CLAUSE, SENTENCE] = [0, 1, 2, 3]

const sentenceEnd = /[。!?！？；;…\n\r\t]["”’」』）)]*\s*/g
const clauseEnd = /[,，、:：]\s*/g

function sentenceEdges({ text, cuts }: CutText): Edges {
  const normalised = normalise(text)
  const edges = new Uint8Array(text.length + 1)
  for (const [at, isEdge] of edgesBy(normalised.text, cuts).entries()) {
    if (isEdge) edges[normalised.from[at] ?? text.length] = WORD
  }
  for (const [pattern, rank] of [
    [clauseEnd, CLAUSE],
    [sentenceEnd, SENTENCE],
  ] as const) {
    for (const { index, 0: found } of text.matchAll(pattern)) edges[index + found.length] = rank
  }
  edges[0] = edges[text.length] = SENTENCE
  return edges
}

/** From where to where around the marks; not before what was shown already. */
function limits(edges: Edges, [first, last]: readonly [number, number], shown: number) {
  const least = Math.max(shown, last - LONGEST)
  const back = (rank: number, furthest: number) => {
    for (let at = first; at >= Math.max(least, first - furthest); at -= 1) {
      if ((edges[at] ?? INSIDE) >= rank) return at
    }
    return null
  }
  const begin =
    back(SENTENCE, REACH_TO_SENTENCE) ??
    back(CLAUSE, REACH_BACK) ??
    wordBehind(edges, Math.max(least, first - REACH_BACK), first)
  return [begin, ending(edges, begin, last)] as const
}

function wordBehind(edges: Edges, from: number, first: number): number {
  for (let at = from; at < first; at += 1) if ((edges[at] ?? INSIDE) >= WORD) return at
  return first
}

/** The last sentence that ends within a line; else the one that ends soonest, a clause, a word. */
function ending(edges: Edges, from: number, last: number): number {
  const lastIn = (rank: number, to: number) => {
    for (let at = Math.min(to, edges.length - 1); at >= last; at -= 1) {
      if ((edges[at] ?? INSIDE) >= rank) return at
    }
    return -1
  }
  const firstIn = (to: number) => {
    for (let at = last; at <= Math.min(to, edges.length - 1); at += 1) {
      if (edges[at] === SENTENCE) return at
    }
    return -1
  }
  const places = [
    lastIn(SENTENCE, from + LENGTH),
    firstIn(from + LONGEST),
    lastIn(CLAUSE, from + LENGTH),
    lastIn(WORD, from + LENGTH),
  ]
  return places.find((at) => at >= last) ?? last
}

type Limits = { from: number; to: number; edges: Edges }

function cutOut(original: string, matches: readonly Match[], { from, to, edges }: Limits): Passage {
  const whole = original.slice(from, to)
  const piece = whole.trim()
  const begin = from + whole.indexOf(piece)
  const before = edges[from] === SENTENCE ? '' : CUT
  const after = edges[to] === SENTENCE ? '' : CUT
  const shift = before.length - begin
  const inside = matches
    .filter((match) => match.from >= begin && match.to <= begin + piece.length)
    .map((match) => ({ from: match.from + shift, to: match.to + shift }))
  return { passage: before + piece + after, ranges: merged(inside) }
}
