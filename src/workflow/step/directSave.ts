import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import { Refused } from '../Refused'
import { placeOfText, type FiledAt } from '../saving/placeOfText'
import { saveContextOf } from '../saving/saveContext'
import { saidBy } from '../saving/takeBack'
import { byId, findOne, isAtomic, swap } from '../store'
import type { Intent, Switches } from './intent'
import type { WorkingText } from './publication'

/**
 * Checks a direct save of the centre (知识库修改) and answers where the entry is filed then: it corrects what
 * is written, not whom it is open to, and moves nothing to another unit (a case: to the unit that handled it).
 */
export async function checkDirectSave(given: {
  req: PayloadRequest
  entry: Entry
  text: WorkingText
  sent: Record<string, unknown>
  live: Switches | null
}): Promise<FiledAt> {
  const { req, entry, text, sent, live } = given
  const isCase = entry.library === 'cases'
  for (const name of ['openToUnits', 'openToPublic'] as const) {
    const isKept = isCase || !(name in sent) || sent[name] === Boolean(live?.[name])
    if (!isKept) throw notTheirs(name)
  }
  const ownUnit = isCase ? null : entry.unit
  return placeOfText({ req, library: entry.library, ownUnit, text: { ...text, ...sent } })
}

const notTheirs = (field: string) =>
  new Refused('notAllowed', {
    fields: [field],
    detail: {
      zh: '是否公开由本单位分管领导决定，不能随直接修改一起改变。',
      en: 'Whom a text is open to is decided by the unit’s approver, not by a direct save.',
    },
  })

/**
 * saveDirectly: the register has moved to the new revision; the text follows through Payload's own save,
 * which validates and keeps a version. Where that fails and no transaction undoes it, the register goes back.
 */
export async function writeText(req: PayloadRequest, entry: Entry, intent: Intent): Promise<void> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library, where })
  if (!text || text.revision === intent.revision) return
  saveContextOf(req).direct = intent.revision
  try {
    await req.payload.update({
      collection: entry.library,
      id: entry.id,
      data: intent.text ?? {},
      overrideAccess: true,
      depth: 0,
      req,
    })
  } catch (error) {
    if (!(await isAtomic(req))) {
      await swap({
        req,
        collection: 'register',
        where: { ...where, lock: { equals: entry.lock } },
        data: {
          ...(await saidBy(req, entry, text)),
          liveRevision: text.revision,
          intent: null,
          lock: { $inc: 1 },
        },
      })
    }
    throw error
  } finally {
    delete saveContextOf(req).direct
  }
}
