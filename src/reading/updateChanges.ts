import { excerptsOf, wordDiff, type Part } from '@/search/text/wordDiff'
import { dayOf } from '@/shanghaiDay'
import { readRows, type Database } from '@/tables'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'
import { summaryColumns, type SummaryRow } from './entrySummary'
import type { LiveRow } from './live'

const wholeColumns = ['plain', 'basis', 'contact', 'attachments', 'validFrom'] as const

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

/** The texts of these periods, by their ids. Rejects as the database does. */
export async function wholesOf(database: Database, ids: readonly string[]) {
  const rows = (await readRows(database, {
    collection: 'publications',
    columns: ['id', ...summaryColumns, ...wholeColumns],
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
  })) as Whole[]
  return new Map(rows.map((row) => [row.id, row]))
}

type Pair = { before: Pick<Whole, 'id'>; after: Pick<Whole, 'id'> }

const keyOf = ({ before, after }: Pair) => `${before.id} ${after.id}`

/** What is otherwise from one period to another, of each of these; only what is not kept is read. Rejects as the database does. */
export async function changesBetween(
  database: Database,
  pairs: readonly Pair[],
): Promise<Changed[][]> {
  const known = pairs.map((pair) => kept.get(keyOf(pair)))
  const unread = pairs.flatMap(({ before, after }, at) => (known[at] ? [] : [before.id, after.id]))
  const wholes = unread.length > 0 ? await wholesOf(database, unread) : new Map<string, Whole>()
  const found: Changed[][] = []
  for (const [at, { before, after }] of pairs.entries()) {
    const [was, is] = [wholes.get(before.id), wholes.get(after.id)]
    found.push(known[at] ?? (was && is ? await changesOf(was, is) : []))
  }
  return found
}

export async function changesOf(before: Whole, after: Whole): Promise<Changed[]> {
  const key = keyOf({ before, after })
  const known = kept.get(key)
  if (known) return known
  const [was, is] = [textsOf(before), textsOf(after)]
  const changes: Changed[] = []
  for (const field of updateFields) {
    if (was[field] === is[field]) continue
    const parts = wordDiff(was[field], is[field], patience).map(withoutPersons)
    changes.push({ field, parts: excerptsOf(parts) })
    await new Promise(setImmediate)
  }
  const [oldest] = kept.keys()
  if (kept.size >= most && oldest) kept.delete(oldest)
  kept.set(key, changes)
  return changes
}

/** A number of somebody may be why words were struck out. */
const withoutPersons = (part: Part): Part =>
  part.change === 'removed' ? { ...part, text: withoutNumbers(part.text) } : part
