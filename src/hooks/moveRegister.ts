import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import type { Actor } from '@/access/actor'
import type { Library } from '@/access/rules'
import type { Entry } from '@/workflow/entry'
import { createEntry, moveEntry, refuseStale } from '@/workflow/saving/moveEntry'

type Text = Record<string, unknown>

/** Whoever started from an older text is told so before the own text is checked. */
export const refuseStaleSave: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && !req.context.direct) {
    const before = originalDoc as Text
    await refuseStale(req, { before, startedFrom: startOf(req, before) })
  }
  return data
}

/** A save moves the register first, by compare-and-set; only then is the text written. */
export const moveRegister =
  (library: Library): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const { actor, entry } = saveOf(req)
    delete data.startedFrom
    // The centre's direct save is a step: it has moved the register already.
    const direct = req.context.direct as { revision: number } | undefined
    if (direct) return { ...data, revision: direct.revision }
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

const saveOf = (req: PayloadRequest) =>
  (req.context.save ?? { actor: null }) as {
    actor: Actor | null
    startedFrom?: unknown
    entry?: Entry
  }

/** The system's own saves name no revision: they start from what is stored. */
const startOf = (req: PayloadRequest, before: Text) =>
  Number(saveOf(req).startedFrom ?? before.revision)
