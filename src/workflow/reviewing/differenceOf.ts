import { wordDiff, type Part } from '@/search/text/wordDiff'
import type { Appearance } from '../step/publication'

export type LiveText = Appearance & { id: string; revision: number }

export type Difference = { field: string; before: unknown; after: unknown; parts?: Part[] }

const long = ['title', 'summary', 'plain'] as const
const short = [
  ...(['similarQuestions', 'keywords', 'basis', 'openToUnits', 'openToPublic'] as const),
  ...(['validFrom', 'validUntil', 'attachments', 'related', 'categoryName', 'contact'] as const),
  ...(['forCounty', 'basedOn', 'themes'] as const),
]

/** What differs between two texts as readers see them, field by field; nothing where alike. */
export function differenceOf(live: Appearance, proposed: Appearance): Difference[] {
  const texts = long
    .filter((field) => live[field] !== proposed[field])
    .map((field) => ({
      field,
      before: live[field],
      after: proposed[field],
      parts: wordDiff(live[field], proposed[field]),
    }))
  const values = short
    .filter((field) => comparable(live, field) !== comparable(proposed, field))
    .map((field) => ({ field, before: live[field] ?? null, after: proposed[field] ?? null }))
  return [...texts, ...values]
}

/** A file is the same wherever it is fetched from: a review has another address than readers. */
function comparable(text: Appearance, field: (typeof short)[number]): string {
  if (field !== 'attachments') return JSON.stringify(text[field] ?? null)
  const files = (text.attachments ?? []).map(({ address: _address, ...file }) => file)
  return JSON.stringify(files)
}
