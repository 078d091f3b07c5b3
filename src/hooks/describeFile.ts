import { randomUUID } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '@/access/actor'
import { byId, findOne } from '@/workflow/store'
import type { TreeNode } from '@/workflow/tree/tree'

/** What the server knows of a file: its hash, the name people gave it, the unit whose it is. */
export const describeFile: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const file = req.context.file as { hash: string; name: string } | undefined
  const unit = actorOf(req.user)?.unit ?? null
  const node = unit
    ? await findOne<TreeNode>({ req, collection: 'nodes', where: byId(unit) })
    : null
  return { ...data, id: randomUUID(), ...file, unit, unitAbove: node?.unitAbove ?? null }
}
