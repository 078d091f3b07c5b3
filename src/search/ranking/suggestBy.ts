import { askedForm, charactersOf } from '../text/normalise'
import { readingsOf } from '../text/pinyin'
import type { Suggestion, SuggestQuery } from '../types'
import { beginning, sounding, type HeardPart } from './plan'

/** Longer beginnings are questions already. */
const LONGEST = 40

/** What a text may hold of what is being typed. */
export type TypedPart =
  | HeardPart
  /** These one after the other; the last may be a Latin word that goes on. */
  | { by: 'characters'; inOrder: readonly string[] }

/** A text that may complete what is typed; `bare` tells texts apart. */
export type Completion = Suggestion & { bare: string }

/**
 * What begins with what is being typed, then what holds it, by characters, sound or initials. `textsLike` are an
 * engine's texts that hold any of the parts, in any order: anywhere, or where `isAtFront` at their beginning.
 */
export async function suggestBy(
  textsLike: (
    parts: readonly TypedPart[],
    isAtFront: boolean,
  ) => readonly Completion[] | Promise<readonly Completion[]>,
  { text, limit }: SuggestQuery,
): Promise<Suggestion[]> {
  const typed = askedForm(text.slice(0, LONGEST))
  const characters = charactersOf(typed)
  if (characters.length === 0) return []
  const chosen = new Map<string, Suggestion>()
  for (const parts of partsOf(typed, characters)) {
    for (const isAtFront of [true, false]) {
      if (parts.length === 0 || chosen.size >= limit) continue
      for (const { bare, ...suggestion } of sorted(await textsLike(parts, isAtFront), typed)) {
        if (!chosen.has(bare)) chosen.set(bare, suggestion)
      }
    }
  }
  return [...chosen.values()].slice(0, limit)
}

/** What is typed as a whole, and what it may be the beginning of. */
function partsOf(typed: string, characters: readonly string[]): TypedPart[][] {
  const isLatin = /^[a-z]+$/.test(typed)
  const readings = isLatin ? readingsOf(typed) : []
  const initials: TypedPart[] = isLatin ? [{ by: 'initials', letters: typed }] : []
  return [
    [{ by: 'characters', inOrder: characters }, ...readings.map(sounding), ...initials],
    readings.map(beginning),
  ]
}

function sorted(found: readonly Completion[], typed: string): Completion[] {
  const begins = ({ bare }: Completion) => bare.startsWith(typed)
  return [...found].sort(
    (a, b) =>
      Number(begins(b)) - Number(begins(a)) ||
      a.text.length - b.text.length ||
      Number(b.kind === 'title') - Number(a.kind === 'title') ||
      (a.id < b.id ? -1 : 1),
  )
}
