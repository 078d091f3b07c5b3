import type { CollectionBeforeOperationHook } from 'payload'
import { actorOf, deliversCases } from '@/access/actor'
import { maySave } from '@/access/can'
import type { Library } from '@/access/rules'
import { wrongStateTexts } from '@/i18n/wrongState'
import { factsOf, findEntry, type Entry } from '@/workflow/entry'
import { Refused } from '@/workflow/Refused'

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
    if (operation === 'create') req.context.save = { actor }
    if (operation !== 'update') return
    if (typeof given.id !== 'string') throw new Refused('invalid', oneAtATime)
    req.context.save = { actor, startedFrom: given.data?.startedFrom }
    if (given.overrideAccess) return
    const entry = await findEntry(req, given.id)
    if (!entry || entry.library !== library) throw new Refused('notFound')
    req.context.save = { actor, startedFrom: given.data?.startedFrom, entry }
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
