import type { Range } from '../types'
import { edgesBy, type Cuts } from './cuts'
import { figuresIn } from './figures/figuresIn'
import { normalise } from './normalise'

/** What to mark, each with what it is worth when a passage is chosen. */
export type Mark = {
  form: string
  weight: number
  /**
   * A `word` or a `guess` marks the whole words it stands in, a `name` is marked as it stands, and a `figure`
   * wherever it is written in one of its ways.
   */
  kind: 'word' | 'guess' | 'name' | 'figure'
}

/** A text with its cuts, as it was indexed. */
export type CutText = { text: string; cuts: Cuts }

export type Match = { from: number; to: number; form: string; weight: number }

const MOST_MATCHES = 2_000

/** Ranges of the original text in which the marks stand: sorted, merged, never inside a surrogate pair. */
export function highlight(original: CutText, marks: readonly Mark[]): Range[] {
  return merged(matchesIn(original, marks))
}

/** Every place where a mark stands, in units of the original text, sorted; never a half of a word. */
export function matchesIn({ text: original, cuts }: CutText, marks: readonly Mark[]): Match[] {
  if (marks.length === 0) return []
  const { text, from, to } = normalise(original)
  const edges = edgesBy(text, cuts)
  const whole: Match[] = []
  const doubtful: Match[] = []
  for (const mark of marks) {
    const places =
      mark.kind === 'figure' ? figurePlaces(text, mark.form) : placesOf(text, mark.form)
    for (const place of places) {
      if (whole.length + doubtful.length >= MOST_MATCHES) break
      const [begin, end] = wholeWords(place, mark, edges)
      const isMoved = begin !== place[0] || end !== place[1]
      const isAcross = edges.subarray(place[0] + 1, place[1]).includes(1)
      const isDoubtful = mark.kind === 'word' && isMoved && isAcross
      const match = { from: from[begin] ?? 0, to: to[end - 1] ?? 0, ...mark }
      ;(isDoubtful ? doubtful : whole).push(match)
    }
  }
  // 民政 stands in 市民政策 by chance; but where nothing else is, it may be the segmenter that is wrong.
  const matches = whole.length > 0 ? whole : doubtful
  return matches.sort((a, b) => a.from - b.from || a.to - b.to)
}

type Place = readonly [from: number, to: number]

function* placesOf(text: string, form: string): Generator<Place> {
  for (let at = text.indexOf(form); at >= 0;) {
    const end = at + form.length
    if (isWhole(text, form, at, end)) yield [at, end]
    at = text.indexOf(form, end)
  }
}

function* figurePlaces(text: string, form: string): Generator<Place> {
  for (const { from, to, kept } of figuresIn(text)) {
    if (!kept.includes(form)) continue
    // Who issued a document stands in front of its number.
    const [issuer = ''] = form.includes('№') ? form.split('№') : []
    yield [text.startsWith(issuer, from - issuer.length) ? from - issuer.length : from, to]
  }
}

/** Reaches to where words begin and end. */
function wholeWords([from, to]: Place, { kind }: Mark, edges: Uint8Array): Place {
  if (kind === 'name' || kind === 'figure') return [from, to]
  let [begin, end] = [from, to]
  while (begin > 0 && !edges[begin]) begin -= 1
  while (end < edges.length - 1 && !edges[end]) end += 1
  return [begin, end]
}

export function merged(matches: readonly { from: number; to: number }[]): Range[] {
  const ranges: [number, number][] = []
  for (const { from, to } of matches) {
    const last = ranges.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}

const latin = /[a-z0-9]/

/** Latin words and numbers count only as a whole: `ip` is not marked in `zip`. */
function isWhole(text: string, form: string, at: number, end: number): boolean {
  if (!latin.test(form)) return true
  const before = text[at - 1]
  const after = text[end]
  const opens = latin.test(form[0] ?? '') && before !== undefined && latin.test(before)
  const runsOn = latin.test(form.at(-1) ?? '') && after !== undefined && latin.test(after)
  return !opens && !runsOn
}
