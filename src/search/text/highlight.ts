import type { Range } from '../types'
import { normalise } from './normalise'

/** What to mark, each with what it is worth when a passage is chosen. */
export type Mark = { form: string; weight: number }

type Match = { from: number; to: number; form: string; weight: number }

const MOST_MATCHES = 2_000

/** Ranges of the original text in which the marks stand: sorted, merged, never inside a surrogate pair. */
export function highlight(original: string, marks: readonly Mark[]): Range[] {
  return merged(matchesIn(original, marks))
}

/** Every place where a mark stands, in units of the original text, sorted. */
export function matchesIn(original: string, marks: readonly Mark[]): Match[] {
  const { text, from, to } = normalise(original)
  const matches: Match[] = []
  for (const { form, weight } of marks) {
    let at = text.indexOf(form)
    while (at >= 0 && matches.length < MOST_MATCHES) {
      const end = at + form.length
      if (isWhole(text, form, at, end)) {
        matches.push({ from: from[at] ?? 0, to: to[end - 1] ?? 0, form, weight })
      }
      at = text.indexOf(form, end)
    }
  }
  return matches.sort((a, b) => a.from - b.from || a.to - b.to)
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
