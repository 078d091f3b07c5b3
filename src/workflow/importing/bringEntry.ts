import type { PayloadRequest } from 'payload'
import type { Library, Step } from '@/access/rules'
import { latestDecision } from '../decisions'
import { findEntry, type Entry } from '../entry'
import { graveKinds, numberKinds } from '../findings/findingKinds'
import type { FindingCounts } from '../findings/findingsOf'
import { saveContextOf } from '../saving/saveContext'
import { mustReturnFirst } from '../settings'
import { takeStep } from '../step/takeStep'
import { byId, findOne, insert, swap } from '../store'

/**
 * What an earlier run noted of a row: the entry it became and how both looked then. Revision 0 says
 * that the run was killed there: the entry may have been made or not.
 */
export type Known = { id: string; entry: string; rowHash: string; revision: number }

/** Who gives the command answers for the words of the file; numbers of persons are looked at one by one. */
export const namedByImport = ['listedWord']

/** Stays a draft until somebody has looked at it: a person who brings a sheet has named nothing of what stands in it. */
export const isHeld = (findings: FindingCounts | null, isByCommand: boolean): boolean =>
  (isByCommand ? numberKinds : graveKinds).some((kind) => findings?.[kind])

/** Tells the import's own recall from one by a person who signs in to the import's account. */
const forAnUpdate = '导入更新'

/** The step by which an editor gets an entry in this state into their hands again. */
const backToDraft: Partial<Record<Entry['state'], Step>> = { pending: 'recall', approved: 'revise' }

type Text = Record<string, unknown>

/** The note comes first and is true last: without transactions a kill between leaves no second entry. */
export async function createEntryOf(given: {
  req: PayloadRequest
  library: Library
  /** The id of the note, and of the entry. */
  note: string
  entry: string
  rowHash: string
  data: Text
  known: Known | undefined
}): Promise<void> {
  const { req, library, note, entry, rowHash, data, known } = given
  if (!known) {
    await insert({
      req,
      collection: 'imports',
      data: { id: note, entry, rowHash: '', revision: 0 },
    })
  }
  if (!(await findEntry(req, entry))) {
    saveContextOf(req).entryId = entry
    const common = { depth: 0, data: data as never, req }
    // Nobody's where the command brings it: such as a case of a closed order.
    await req.payload.create({ collection: library, overrideAccess: !req.user, ...common })
  }
  await swap({ req, collection: 'imports', where: byId(note), data: { rowHash, revision: 1 } })
}

/**
 * Brings an entry up to date in the hands of whoever `req` acts as; what waited for approval waits again. Resolves to
 * the latest revision, and whether it was submitted.
 */
export async function updateEntryOf(given: {
  req: PayloadRequest
  entry: Entry
  data: Text
  isHeld: boolean
  /** Who imports, to know the own recall of a killed run. */
  by: string
}): Promise<{ revision: number; isSubmitted: boolean }> {
  const { req, entry, data, by } = given
  const { id, library, revision } = entry
  const step = backToDraft[entry.state]
  const wasWaiting = entry.state === 'pending' || (await wasTakenBack(req, entry, by))
  if (step) await takeStep({ req, library, id, step, body: { revision, reason: forAnUpdate } })
  const saved = await req.payload.update({
    collection: library,
    overrideAccess: !req.user,
    depth: 0,
    id,
    data: { ...data, startedFrom: revision },
    req,
  })
  const latest = Number(saved.revision)
  const isSubmitted = wasWaiting && !given.isHeld
  if (isSubmitted) await submitEntry(req, { library, id, revision: latest })
  return { revision: latest, isSubmitted }
}

export async function submitEntry(
  req: PayloadRequest,
  { library, id, revision }: Pick<Entry, 'library' | 'id' | 'revision'>,
): Promise<void> {
  const body = { revision, findings: namedByImport }
  await takeStep({ req, library, id, step: 'submit', body })
}

/** The import takes back what waits only to submit it again: a killed run did not come to that. */
async function wasTakenBack(req: PayloadRequest, entry: Entry, by: string): Promise<boolean> {
  if (entry.state !== 'draft') return false
  const last = await latestDecision(req, entry.id)
  return last?.step === 'recall' && last.by === by && last.reason === forAnUpdate
}

/** A killed run may have saved the row without noting it; any other later text is a person's. */
async function wasSaved(given: {
  req: PayloadRequest
  entry: Entry
  revision: number
  data: Text
}): Promise<boolean> {
  const { req, entry, revision, data } = given
  if (entry.state !== 'draft' || entry.revision !== revision + 1) return false
  const text = await findOne<Text & { id: string }>({
    ...{ req, collection: entry.library, where: byId(entry.id) },
  })
  return ['title', 'summary', 'content', 'result'].every(
    (name) => !(name in data) || text?.[name] === data[name],
  )
}

/** Why the entry of a changed row is left alone; empty where the import may bring it up to date. */
export async function reasonToKeep(given: {
  req: PayloadRequest
  entry: Entry | null
  /** At which it was compared. */
  revision: number
  data: Text
  unit: string
}): Promise<string> {
  const { req, entry, revision, data, unit } = given
  if (!entry || entry.trashedAt) return '对应的知识已不在。Its entry is gone.'
  if (entry.revision !== revision && !(await wasSaved({ req, entry, revision, data }))) {
    return `${entry.number} 导入后已有人修改。Somebody changed ${entry.number} since.`
  }
  if (entry.unit !== unit) {
    return `${entry.number} 已移到其他单位。${entry.number} was moved to another unit.`
  }
  if (entry.deletionRequestedBy) {
    return `${entry.number} 已申请删除。The deletion of ${entry.number} was asked for.`
  }
  if (entry.library === 'cases' && entry.state !== 'draft') {
    return `${entry.number} 已发布，请在典型案件里修改。${entry.number} is published: change it there.`
  }
  if (entry.state === 'approved' && (await mustReturnFirst(req, entry.library))) {
    return `${entry.number} 已审批，须先退回才能修改。${entry.number} is approved: it has to be returned first.`
  }
  return ''
}
