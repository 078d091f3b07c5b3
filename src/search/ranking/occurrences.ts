import { pairsIn } from '../text/normalise'
import type { WeighedTerm } from './weighedTerm'

/** The normalised parts of an entry. */
export type Parts = { title: string; names: string; body: string }

/** What one standing in the title, and in a similar question or key word, counts beside one in the text. */
const TITLE = 2.5
export const NAMES = 2

/** How often each form stands in an entry, by where it stands, and whether its title holds it. */
export type Occurrences = { times: Float64Array; inTitle: Uint8Array }

/** Looks for all forms in one reading of an entry; asked of a hundred entries, each form for itself takes longest. */
export function occurrencesOf(forms: readonly string[]): (parts: Parts) => Occurrences {
  const count = counterOf(forms)
  return ({ title, names, body }) => {
    const times = new Float64Array(forms.length)
    const inTitle = new Uint8Array(forms.length)
    count(title, (form) => {
      times[form] = (times[form] ?? 0) + TITLE
      inTitle[form] = 1
    })
    count(names, (form) => {
      times[form] = (times[form] ?? 0) + NAMES
    })
    count(body, (form) => {
      times[form] = (times[form] ?? 0) + 1
    })
    return { times, inTitle }
  }
}

type Counter = (text: string, found: (form: number) => void) => void

/** Calls `found` with a form's place in the list wherever it stands; a form never overlaps itself. */
function counterOf(forms: readonly string[]): Counter {
  const begins = new Uint8Array(0x10000)
  const byBeginning = new Map<number, number[]>()
  forms.forEach((form, at) => {
    if (form === '') return
    const first = form.charCodeAt(0)
    begins[first] = 1
    byBeginning.set(first, [...(byBeginning.get(first) ?? []), at])
  })
  const seconds = forms.map((form) => (form.length > 1 ? form.charCodeAt(1) : -1))
  const free = new Int32Array(forms.length)
  return (text, found) => {
    free.fill(0)
    for (let at = 0; at < text.length; at++) {
      const first = text.charCodeAt(at)
      if (begins[first] === 0) continue
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : -1
      for (const each of byBeginning.get(first) ?? []) {
        const expected = seconds[each] ?? -1
        if (expected !== -1 && expected !== second) continue
        const form = forms[each] ?? ''
        if ((free[each] ?? 0) > at || (form.length > 2 && !text.startsWith(form, at))) continue
        free[each] = at + form.length
        found(each)
      }
    }
  }
}

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
