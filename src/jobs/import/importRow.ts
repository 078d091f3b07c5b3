import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Step } from '@/access/rules'
import type { Knowledge } from '@/payload-types'
import { composeBody } from '@/seed/composeBody'
import { findEntry, type Entry } from '@/workflow/entry'
import { inTransaction } from '@/workflow/inTransaction'
import { byId, insert, swap } from '@/workflow/store'
import { mustReturnFirst } from '@/workflow/settings'
import { takeStep } from '@/workflow/takeStep'
import { actingAs, type ImportUnit } from './importUnits'
import type { MappedRow } from './mapRow'

/** What an earlier run noted of a row: the entry it became and how both looked then. */
export type Known = { id: string; entry: string; rowHash: string; revision: number }

export type Outcome =
  | { kind: 'created' | 'updated' | 'unchanged'; entry: string; revision: number }
  /** Left as it is, because a person has the say over it. */
  | { kind: 'kept'; sentence: string }

/** The step by which an editor gets an entry in this state into their hands again. */
const backToDraft: Partial<Record<Entry['state'], Step>> = { pending: 'recall', approved: 'revise' }

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
  return inTransaction(req, () =>
    known ? update({ req, row, data, known, unit }) : create(req, row, data),
  )
}

type Fields = ReturnType<typeof fieldsOf> & { category: string }

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

async function create(req: PayloadRequest, row: MappedRow, data: Fields): Promise<Outcome> {
  const { id: entry } = await req.payload.create({
    collection: 'knowledge',
    overrideAccess: false,
    depth: 0,
    data,
    req,
  })
  const note = { id: row.code, entry, rowHash: row.hash, revision: 1 }
  await insert({ req, collection: 'imports', data: note })
  return { kind: 'created', entry, revision: 1 }
}

async function update(given: {
  req: PayloadRequest
  row: MappedRow
  data: Fields
  known: Known
  unit: ImportUnit
}): Promise<Outcome> {
  const { req, row, data, known, unit } = given
  const entry = await findEntry(req, known.entry)
  const sentence = await reasonToKeep({ req, entry, known, unit })
  if (!entry || sentence) return { kind: 'kept', sentence }
  const { id, revision } = entry
  const step = backToDraft[entry.state]
  if (step) await takeStep({ req, library: 'knowledge', id, step, body: { revision } })
  const saved = await req.payload.update({
    collection: 'knowledge',
    overrideAccess: false,
    depth: 0,
    id,
    data: { ...data, startedFrom: revision },
    req,
  })
  const latest = Number(saved.revision)
  if (entry.state === 'pending') {
    await takeStep({ req, library: 'knowledge', id, step: 'submit', body: { revision: latest } })
  }
  const note = { rowHash: row.hash, revision: latest }
  await swap({ req, collection: 'imports', where: byId(known.id), data: note })
  return { kind: 'updated', entry: id, revision: latest }
}

/** Why the entry of a changed row is left alone; empty where the import may bring it up to date. */
async function reasonToKeep(given: {
  req: PayloadRequest
  entry: Entry | null
  known: Known
  unit: ImportUnit
}): Promise<string> {
  const { req, entry, known, unit } = given
  if (!entry || entry.trashedAt) return '对应的知识已不在。Its entry is gone.'
  if (entry.revision !== known.revision) {
    return `${entry.number} 导入后已有人修改。Somebody changed ${entry.number} since.`
  }
  if (entry.unit !== unit.id) {
    return `${entry.number} 已移到其他单位。${entry.number} was moved to another unit.`
  }
  if (entry.deletionRequestedBy) {
    return `${entry.number} 已申请删除。The deletion of ${entry.number} was asked for.`
  }
  if (entry.state === 'approved' && (await mustReturnFirst(req, 'knowledge'))) {
    return `${entry.number} 已审批，须先退回才能修改。${entry.number} is approved: it has to be returned first.`
  }
  return ''
}
