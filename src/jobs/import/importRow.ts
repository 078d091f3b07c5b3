import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Step } from '@/access/rules'
import { composeBody } from '@/blocks/asWritten'
import type { Knowledge } from '@/payload-types'
import { latestDecision } from '@/workflow/decisions'
import { findEntry, type Entry } from '@/workflow/entry'
import { countFindings, type FindingCounts } from '@/workflow/findings/findingsOf'
import { numberKinds } from '@/workflow/findings/findingKinds'
import { readFindings } from '@/workflow/findings/readFindings'
import { inTransaction } from '@/workflow/inTransaction'
import { byId, findOne, insert, swap } from '@/workflow/store'
import { mustReturnFirst } from '@/workflow/settings'
import { takeStep } from '@/workflow/step/takeStep'
import { actingAs, type ImportUnit } from './importUnits'
import type { MappedRow } from './mapRow'
import { saveContextOf } from '@/workflow/saving/saveContext'

/**
 * What an earlier run noted of a row: the entry it became and how both looked then. Revision 0 says
 * that the run was killed there: the entry may have been made or not.
 */
export type Known = { id: string; entry: string; rowHash: string; revision: number }

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

/** Who gives the command answers for the words of the file; numbers of persons are looked at one by one. */
export const namedByCommand = ['listedWord']

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
  const place = { library: 'knowledge', unit: unit.id, categoryKey: row.category } as const
  const findings = countFindings(await readFindings({ req, ...place, topic: null, text: data }))
  saveContextOf(req).findings = findings
  const outcome = await inTransaction(req, () =>
    known?.revision
      ? update({ req, row, data, known, unit, findings })
      : create({ req, row, data, known }),
  )
  return outcome.kind === 'kept' ? outcome : { ...outcome, findings }
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

/** The note comes first and is true last: without transactions a kill between leaves no second entry. */
async function create(given: {
  req: PayloadRequest
  row: MappedRow
  data: Fields
  known: Known | undefined
}): Promise<Outcome> {
  const { req, row, data, known } = given
  const entry = known?.entry ?? randomUUID()
  if (!known) {
    const note = { id: row.code, entry, rowHash: '', revision: 0 }
    await insert({ req, collection: 'imports', data: note })
  }
  if (!(await findEntry(req, entry))) {
    saveContextOf(req).entryId = entry
    await req.payload.create({
      collection: 'knowledge',
      overrideAccess: false,
      depth: 0,
      data,
      req,
    })
  }
  const noted = { rowHash: row.hash, revision: 1 }
  await swap({ req, collection: 'imports', where: byId(row.code), data: noted })
  return { kind: 'created', entry, revision: 1 }
}

async function update(given: {
  req: PayloadRequest
  row: MappedRow
  data: Fields
  known: Known
  unit: ImportUnit
  findings: FindingCounts | null
}): Promise<Outcome> {
  const { req, row, data, known, unit, findings } = given
  const entry = await findEntry(req, known.entry)
  const sentence = await reasonToKeep({ req, entry, known, data, unit })
  if (!entry || sentence) return { kind: 'kept', sentence }
  const { id, revision } = entry
  const step = backToDraft[entry.state]
  const wasWaiting = entry.state === 'pending' || (await wasTakenBack(req, entry, unit))
  const taken = { revision, reason: forAnUpdate }
  if (step) await takeStep({ req, library: 'knowledge', id, step, body: taken })
  const saved = await req.payload.update({
    collection: 'knowledge',
    overrideAccess: false,
    depth: 0,
    id,
    data: { ...data, startedFrom: revision },
    req,
  })
  const latest = Number(saved.revision)
  // What holds a number of a person stays a draft until somebody has looked at it.
  if (wasWaiting && !numberKinds.some((kind) => findings?.[kind])) {
    const body = { revision: latest, findings: namedByCommand }
    await takeStep({ req, library: 'knowledge', id, step: 'submit', body })
  }
  const note = { rowHash: row.hash, revision: latest }
  await swap({ req, collection: 'imports', where: byId(known.id), data: note })
  return { kind: 'updated', entry: id, revision: latest }
}

/** The import takes back what waits only to submit it again: a killed run did not come to that. */
async function wasTakenBack(
  req: PayloadRequest,
  entry: Entry,
  { editor }: ImportUnit,
): Promise<boolean> {
  if (entry.state !== 'draft') return false
  const last = await latestDecision(req, entry.id)
  return last?.step === 'recall' && last.by === editor.id && last.reason === forAnUpdate
}

/** Tells the import's own recall from one by a person who signs in to the import's account. */
const forAnUpdate = '导入更新'

/** A killed run may have saved the row without noting it; any other later text is a person's. */
async function wasSaved(given: {
  req: PayloadRequest
  entry: Entry
  known: Known
  data: Fields
}): Promise<boolean> {
  const { req, entry, known, data } = given
  if (entry.state !== 'draft' || entry.revision !== known.revision + 1) return false
  const text = await findOne<Knowledge>({ req, collection: 'knowledge', where: byId(entry.id) })
  return text?.title === data.title && text.summary === data.summary
}

/** Why the entry of a changed row is left alone; empty where the import may bring it up to date. */
async function reasonToKeep(given: {
  req: PayloadRequest
  entry: Entry | null
  known: Known
  data: Fields
  unit: ImportUnit
}): Promise<string> {
  const { req, entry, known, data, unit } = given
  if (!entry || entry.trashedAt) return '对应的知识已不在。Its entry is gone.'
  if (entry.revision !== known.revision && !(await wasSaved({ req, entry, known, data }))) {
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
