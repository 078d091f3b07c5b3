import { diffChars, diffLines } from 'diff'
import type { Appearance } from './publication'

export type LiveText = Appearance & { id: string; revision: number }

type Part = { text: string; change: 'same' | 'added' | 'removed' }
export type Difference = { field: string; before: unknown; after: unknown; parts?: Part[] }

const long = ['title', 'summary', 'plain'] as const
const short = [
  ...(['similarQuestions', 'keywords', 'basis', 'openToUnits', 'openToPublic'] as const),
  ...(['validFrom', 'validUntil', 'attachments', 'related', 'categoryName', 'contact'] as const),
]

/** What differs between the live text and the proposed one, field by field; nothing where alike. */
export function differenceOf(live: LiveText, proposed: Appearance): Difference[] {
  const texts = long
    .filter((field) => live[field] !== proposed[field])
    .map((field) => ({
      field,
      before: live[field],
      after: proposed[field],
      parts: partsOf(live[field], proposed[field]),
    }))
  const values = short
    .filter(
      (field) => JSON.stringify(live[field] ?? null) !== JSON.stringify(proposed[field] ?? null),
    )
    .map((field) => ({ field, before: live[field] ?? null, after: proposed[field] ?? null }))
  return [...texts, ...values]
}

/** Character by character; line by line where the texts are so different that this takes too long. */
function partsOf(before: string, after: string): Part[] {
  const changes = diffChars(before, after, { timeout: 200 }) ?? diffLines(before, after)
  return changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
