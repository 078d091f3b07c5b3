import { excerptsOf, wordDiff, type Part } from '@/search/text/wordDiff'
import { dayOf } from '@/shanghaiDay'
import type { SummaryRow } from './entrySummary'
import type { LiveRow } from './live'

export const wholeColumns = ['plain', 'basis', 'contact', 'attachments', 'validFrom'] as const

/** A period's text as readers had it. */
export type Whole = SummaryRow & { id: string; plain: string | null } & Pick<
    LiveRow,
    'basis' | 'contact' | 'attachments' | 'validFrom'
  >

const textsOf = ({ validFrom, validUntil, contact, attachments, ...row }: Whole) => ({
  ...{ title: row.title, summary: row.summary, plain: row.plain ?? '', basis: row.basis ?? '' },
  contact: [contact?.phone, contact?.address, contact?.hours].filter(Boolean).join('\n'),
  validity: [validFrom, validUntil].map((at) => (at ? dayOf(at) : '')).join(' — '),
  attachments: (attachments ?? []).map(({ name }) => name).join('\n'),
})

export const updateFields = [
  ...(['title', 'summary', 'plain', 'basis', 'contact', 'validity', 'attachments'] as const),
]

/** Where a text changed, word by word, with a little around each place. */
export type Changed = { field: (typeof updateFields)[number]; parts: Part[] }

/** Rows never change, so neither does what is between two of them; the oldest go. */
const kept = new Map<string, Changed[]>()
const most = 500
/** Nobody else is answered while words are compared; in milliseconds for each text. */
const patience = 40

export async function changesOf(before: Whole, after: Whole): Promise<Changed[]> {
  const key = `${before.id} ${after.id}`
  const known = kept.get(key)
  if (known) return known
  const [was, is] = [textsOf(before), textsOf(after)]
  const changes: Changed[] = []
  for (const field of updateFields) {
    if (was[field] === is[field]) continue
    changes.push({ field, parts: excerptsOf(wordDiff(was[field], is[field], patience)) })
    await new Promise(setImmediate)
  }
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  kept.set(key, changes)
  return changes
}
