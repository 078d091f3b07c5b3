import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import type { Intent } from './intent'
import type { WorkingText } from './publication'
import { byId, findOne, isAtomic, swap } from '../store'
import { saveContextOf } from '../saving/saveContext'
import { saidBy } from '../saving/takeBack'

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
