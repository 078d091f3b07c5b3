/** The lengths of a text's pieces as a text of its own, a character each: who reads it needs no segmenter. */
export type Cuts = string

const FIRST = 33
const LONGEST = 90

/** Pieces longer than any word count as several. */
export function cutsOf(pieces: readonly string[]): Cuts {
  let cuts = ''
  for (const { length } of pieces) {
    for (let left = length; left > 0; left -= LONGEST) {
      cuts += String.fromCharCode(FIRST + Math.min(left, LONGEST))
    }
  }
  return cuts
}

/** The pieces that were given to `cutsOf`; the whole text where it is another one's cuts. */
export function piecesBy(text: string, cuts: Cuts): string[] {
  const pieces: string[] = []
  let at = 0
  for (let each = 0; each < cuts.length; each += 1) {
    pieces.push(text.slice(at, (at += cuts.charCodeAt(each) - FIRST)))
  }
  return at === text.length ? pieces : [text]
}

/** Where a piece of the text begins or ends: one for each place of it, and one for its end. */
export function edgesBy(text: string, cuts: Cuts): Uint8Array {
  const edges = new Uint8Array(text.length + 1)
  let at = 0
  edges[0] = 1
  for (let each = 0; each < cuts.length; each += 1) {
    at += cuts.charCodeAt(each) - FIRST
    if (at < edges.length) edges[at] = 1
  }
  edges[text.length] = 1
  return edges
}
