import type { Range } from '../types'
import { matchesIn, merged, type Mark } from './highlight'

type Passage = { passage: string; ranges: Range[] }
type Match = ReturnType<typeof matchesIn>[number]

const LENGTH = 76
const MOST = 2
/** How far a passage may reach back to begin where its sentence begins. */
const REACH_BACK = 28
const ends = /[。!?!?;;\n\r\t]/

/** The places of a text that answer best, in the order of the text, each a literal piece of it. */
export function passagesOf(original: string, marks: readonly Mark[]): Passage[] {
  const matches = matchesIn(original, marks)
  const chosen: Match[][] = []
  let left = matches
  while (chosen.length < MOST && left.length > 0) {
    const best = bestWindow(left)
    chosen.push(best)
    const [from, to] = reach(best)
    left = left.filter((match) => match.to < from - LENGTH || match.from > to + LENGTH)
  }
  return chosen
    .sort((a, b) => reach(a)[0] - reach(b)[0])
    .map((window) => cutOut(original, matches, reach(window)))
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

function cutOut(
  original: string,
  matches: readonly Match[],
  [first, last]: [number, number],
): Passage {
  let from = first
  while (from > 0 && first - from < REACH_BACK && !ends.test(original[from - 1] ?? '')) from--
  from = wholeCharacter(original, from)
  const to = wholeCharacter(original, Math.min(original.length, Math.max(last, from + LENGTH)))
  const inside = matches
    .filter((match) => match.from >= from && match.to <= to)
    .map((match) => ({ from: match.from - from, to: match.to - from }))
  return { passage: original.slice(from, to), ranges: merged(inside) }
}

/** Never begins or ends between the two halves of a pair. */
function wholeCharacter(text: string, at: number): number {
  return /^[\udc00-\udfff]$/.test(text[at] ?? '') && /^[\ud800-\udbff]$/.test(text[at - 1] ?? '')
    ? at - 1
    : at
}
