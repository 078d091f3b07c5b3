import type {
  CollectionBeforeOperationHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  CollectionAfterChangeHook,
  CollectionAfterErrorHook,
  RelationshipFieldValidation,
} from 'payload'
import { relationship } from 'payload/shared'
import { actorOf, deliversCases, idOf } from '@/access/actor'
import { maySave } from '@/access/can'
import type { Library } from '@/access/rules'
import { wrongStateTexts } from '@/i18n/refusals'
import { factsOf, findEntry, type Entry } from '@/workflow/entry'
import { Refused } from '@/workflow/Refused'
import { createEntry, moveEntry, refuseStale } from '@/workflow/saving/moveEntry'
import { settle, takeBack } from '@/workflow/saving/takeBack'
import { nameOfEntry } from '@/workflow/findings/personalNumbers'
import { recordAudit } from '@/workflow/audit/append'
import { saveContextOf } from '@/workflow/saving/saveContext'

/**
 * Refuses what may not be saved before Payload reads anything, each with its own sentence, and notes
 * which revision the person started from (Payload fills a missing one in from the stored row).
 */
export const guardSave =
  (library: Library): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const given = args as { id?: unknown; data?: Record<string, unknown>; overrideAccess?: boolean }
    const actor = given.overrideAccess ? null : actorOf(req.user)
    // Before anything is looked up: whoever is not signed in learns nothing about what exists.
    const isWriting = ['create', 'update', 'delete', 'restoreVersion'].includes(operation)
    const isDelivery = operation === 'create' && library === 'cases' && deliversCases(req.user)
    if (isWriting && !given.overrideAccess && !actor && !isDelivery)
      throw new Refused('notSignedIn')
    if (operation === 'restoreVersion') throw new Refused('notAllowed', notByVersion)
    if (operation === 'delete') throw new Refused('notAllowed', notByDelete)
    if (operation !== 'create' && operation !== 'update') return
    const context = saveContextOf(req)
    const fresh = { startedFrom: undefined, entry: undefined, filedUnder: undefined }
    Object.assign(context, { actor, ...fresh })
    if (operation === 'create') return
    if (typeof given.id !== 'string') throw new Refused('invalid', oneAtATime)
    context.startedFrom = given.data?.startedFrom
    if (given.overrideAccess) return
    const entry = await findEntry(req, given.id)
    if (!entry || entry.library !== library) throw new Refused('notFound')
    context.entry = entry
    const refusal = maySave(actor, await factsOf(req, entry))
    if (refusal) {
      throw new Refused(
        refusal.code,
        refusal.code === 'wrongState' ? sentenceFor(entry) : undefined,
      )
    }
    if (!Number.isInteger(given.data?.startedFrom)) throw new Refused('invalid', startedFromMissing)
  }

const sentenceFor = ({ state, trashedAt, deletionRequestedBy }: Entry) => {
  if (trashedAt) return { detail: wrongStateTexts.trashed }
  if (deletionRequestedBy) return { detail: wrongStateTexts.requested }
  return { detail: state === 'pending' ? wrongStateTexts.pending : wrongStateTexts.approved }
}

const startedFromMissing = {
  fields: ['startedFrom'],
  detail: {
    zh: '请一并提交开始修改时的版本号 startedFrom。',
    en: 'Send startedFrom, the revision you started from.',
  },
}

const oneAtATime = {
  detail: { zh: '请逐条保存，不能批量修改。', en: 'Save entries one by one.' },
}

const notByVersion = {
  detail: {
    zh: '不能直接恢复历史版本，请复制其文字后另行保存。',
    en: 'A version is not restored in place: copy its text into a save.',
  },
}

const notByDelete = {
  detail: { zh: '删除须走删除审批。', en: 'Deletion goes through its own approval.' },
}

/** Where a text is filed was looked up before its register row moved: Payload's check of the field would ask again. */
export const asFiled: RelationshipFieldValidation = (value, options) => {
  const isLookedUp = idOf(value) === saveContextOf(options.req).filedUnder
  return relationship(value, isLookedUp ? { ...options, filterOptions: undefined } : options)
}

type Text = Record<string, unknown>

/** Whoever started from an older text is told so before the own text is checked. */
export const refuseStaleSave: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && saveContextOf(req).direct === undefined) {
    const before = originalDoc as Text
    await refuseStale(req, { before, startedFrom: startOf(req, before) })
  }
  return data
}

/** A save moves the register first, by compare-and-set; only then is the text written. */
export const moveRegister =
  (library: Library): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const { actor, entry, direct } = saveContextOf(req)
    delete data.startedFrom
    // The centre's direct save is a step: it has moved the register already.
    if (direct !== undefined) return { ...data, revision: direct }
    // Payload takes its own dates from whoever sends them.
    if (actor) {
      delete data.createdAt
      delete data.updatedAt
    }
    if (operation === 'create')
      return { ...data, ...(await createEntry({ req, library, actor, data })) }
    const before = originalDoc as Text
    const startedFrom = startOf(req, before)
    const moved = await moveEntry({ req, actor, entry, before, after: data, startedFrom })
    return { ...data, ...moved }
  }

/** The system's own saves name no revision: they start from what is stored. */
const startOf = (req: PayloadRequest, before: Text) =>
  Number(saveContextOf(req).startedFrom ?? before.revision)

/** Where the database has no transactions: what was moved while the text was written is put together again. */
export const settleText: CollectionAfterChangeHook = async ({ req }) => {
  await settle(req)
}

/** Where the database has no transactions: a save that failed after the register moved moves it back. */
export const takeBackRegister: CollectionAfterErrorHook = async ({ req }) => {
  await takeBack(req)
}

type Saved = { id: string; number: string; title: string; revision: number }

export const recordSave =
  (library: Library): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    // The centre's direct save is a step, and the step is on record.
    const { actor, direct, findings } = saveContextOf(req)
    if (direct !== undefined) return
    const { id: subject, number, title, revision } = doc as Saved
    const action = `${library}.${operation === 'create' ? 'create' : 'save'}` as const
    // What stood in a text that a file brought is kept here: an import leaves no decision of its own.
    const told = {
      ...(findings && { findings }),
      // Begun with a unit, by the system: whoever made the unit wrote nothing of it.
      ...(!actor && { isSystems: true }),
    }
    const details = Object.keys(told).length > 0 ? { details: told } : {}
    const subjectName = nameOfEntry({ number, title })
    await recordAudit({ req, action, subject, subjectName, revision, ...details })
  }
