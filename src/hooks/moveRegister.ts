import type { CollectionBeforeChangeHook } from 'payload'
import type { Actor } from '@/access/actor'
import type { Library } from '@/access/rules'
import { createEntry, moveEntry } from '@/workflow/moveEntry'

/** A save moves the register first, by compare-and-set; only then is the text written. */
export const moveRegister =
  (library: Library): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const { actor, startedFrom } = (req.context.save ?? { actor: null }) as {
      actor: Actor | null
      startedFrom?: unknown
    }
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
    const moved = await moveEntry({
      req,
      actor,
      before: originalDoc as Record<string, unknown>,
      after: data,
      startedFrom: Number(startedFrom ?? (originalDoc as { revision: number }).revision),
    })
    return { ...data, ...moved }
  }
