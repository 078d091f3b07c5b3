import { contradictionsAmong } from '@/facts/comparedTexts'
import type { Planted } from './planted'

const kinds = ['phone', 'fee', 'days'] as const

/** What was planted, what was found, and how much of what was found was planted; in pairs of texts. */
export function measured({ texts, changes }: Planted) {
  const pairOf = (kind: string, one: string, other: string) => [kind, ...[one, other].sort()].join()
  const planted = new Set(changes.map(({ kind, entry, twin }) => pairOf(kind, entry, twin)))
  const found = new Set<string>()
  for (const some of contradictionsAmong(texts))
    for (const { kind, one, other } of some) found.add(pairOf(kind, one.entry, other.entry))
  const others = [...found].filter((pair) => kinds.every((kind) => !pair.startsWith(kind)))
  return [...kinds, 'other' as const].map((kind) => {
    const of = (pairs: Iterable<string>) => [...pairs].filter((pair) => pair.startsWith(kind))
    const those = kind === 'other' ? others : of(found)
    const right = those.filter((pair) => planted.has(pair)).length
    return { kind, planted: of(planted).length, found: those.length, right }
  })
}
