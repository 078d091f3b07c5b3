import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { composeBody } from '@/blocks/asWritten'
import type { Knowledge } from '@/payload-types'
import { findEntry } from '@/workflow/entry'
import { countFindings, type FindingCounts } from '@/workflow/findings/findingsOf'
import { readFindings } from '@/workflow/findings/readFindings'
import {
  createEntryOf,
  isHeld,
  reasonToKeep,
  updateEntryOf,
  type Known,
} from '@/workflow/importing/bringEntry'
import { actingAs, type ImportUnit } from '@/workflow/importing/importUnits'
import { inTransaction } from '@/workflow/inTransaction'
import { saveContextOf } from '@/workflow/saving/saveContext'
import { byId, swap } from '@/workflow/store'
import type { MappedRow } from './mapRow'

export type Outcome =
  | {
      kind: 'created' | 'updated' | 'unchanged'
      entry: string
      revision: number
      /** What stands in the row that an editor should look at again. */
      findings?: FindingCounts | null
    }
  /** Left as it is, because a person has the say over it. */
  | { kind: 'kept'; sentence: string }

/** One row becomes an entry, or brings its entry up to date, as a whole or not at all. */
export async function importRow(given: {
  payload: Payload
  row: MappedRow
  unit: ImportUnit
  known: Known | undefined
}): Promise<Outcome> {
  const { payload, row, unit, known } = given
  if (known?.rowHash === row.hash) {
    return { kind: 'unchanged', entry: known.entry, revision: known.revision }
  }
  const category = unit.categories.get(row.category)
  if (!category) {
    throw new Error(`${row.unit.name}没有所需的类别。${row.unit.name} lacks the category.`)
  }
  const data = { ...fieldsOf(row), category }
  const req = await createLocalReq({ user: actingAs(unit.editor) }, payload)
  const place = { library: 'knowledge', unit: unit.id, categoryKey: row.category } as const
  const findings = countFindings(await readFindings({ req, ...place, topic: null, text: data }))
  saveContextOf(req).findings = findings
  const outcome = await inTransaction(req, async (): Promise<Outcome> => {
    if (!known?.revision) {
      const entry = known?.entry ?? randomUUID()
      const noted = { note: row.code, entry, rowHash: row.hash }
      await createEntryOf({ req, library: 'knowledge', ...noted, data, known })
      return { kind: 'created', entry, revision: 1 }
    }
    const entry = await findEntry(req, known.entry)
    const sentence = await reasonToKeep({
      ...{ req, entry, revision: known.revision, data, unit: unit.id },
    })
    if (!entry || sentence) return { kind: 'kept', sentence }
    const by = unit.editor.id
    const { revision } = await updateEntryOf({
      ...{ req, entry, data, by, isHeld: isHeld(findings, true) },
    })
    const noted = { rowHash: row.hash, revision }
    await swap({ req, collection: 'imports', where: byId(known.id), data: noted })
    return { kind: 'updated', entry: entry.id, revision }
  })
  return outcome.kind === 'kept' ? outcome : { ...outcome, findings }
}

function fieldsOf(row: MappedRow) {
  return {
    title: row.title,
    summary: row.summary,
    // Service items are published by law, with the source open to everyone.
    openToUnits: true,
    openToPublic: true,
    body: composeBody(row.body) as Knowledge['body'],
    keywords: row.keywords,
  }
}
