import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import { vouched } from '../audit/digests'
import { followNode } from './followNode'
import { furnishUnit } from './furnishUnit'
import { mergeNodes } from './mergeNodes'
import { recordAudit } from '../audit/append'
import { Refused } from '../Refused'
import { requestAs } from '../requestAs'
import { byId, findAll, findOne } from '../store'
import type { TreeNode } from './tree'
import { endTreeChange, findOpenTreeChanges, type OpenTreeChange } from './treeChanges'

/** Takes up every change of the tree that a kill interrupted; returns how many there were. */
export async function repairTreeChanges(payload: Payload): Promise<number> {
  const changes = await findOpenTreeChanges(payload)
  for (const change of changes) {
    await takeUpTreeChange(payload, change).catch((error: unknown) => {
      if (!isFinal(error)) throw error
      payload.logger.warn({ err: error, msg: 'A change of the tree cannot be finished any more.' })
    })
  }
  return changes.length
}

/**
 * Does what is left of a change, as whoever began it, and strikes it out; also where it is refused, for then it can
 * never be done. Resolves to how many entries moved.
 */
export async function takeUpTreeChange(payload: Payload, change: OpenTreeChange): Promise<number> {
  const req = await requestAs(payload, change.by)
  try {
    const moved = await takeUp[change.kind](req, change)
    await endTreeChange(payload, change.key)
    return moved
  } catch (error) {
    if (isFinal(error)) await endTreeChange(payload, change.key)
    throw error
  }
}

/** Refused for good, not because somebody else was at an entry for long. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Refused && error.code !== 'changedMeanwhile'

const takeUp: Record<
  OpenTreeChange['kind'],
  (req: PayloadRequest, change: OpenTreeChange) => Promise<number>
> = {
  found: async (req, { node: id, since }) => {
    const unit = await findNode(req, id)
    if (!unit) return 0
    const where: Where = { and: [{ parent: { equals: id } }, { kind: { equals: 'category' } }] }
    const begun = await findAll({ req, collection: 'nodes', where, select: { kind: true } })
    for (const node of [id, ...begun.map((category) => category.id)])
      await recordFounded(req, node, since)
    await furnishUnit(req, unit)
    return 0
  },
  follow: async (req, { node: id, before, since }) => {
    const node = await findNode(req, id)
    const isMoved = idOf(node?.parent) !== before?.parent
    if (!node || !before || (!isMoved && node.name === before.name)) return 0
    const action = isMoved ? 'node.move' : 'node.rename'
    await recordOnce({ req, action, node, since, details: { from: before, to: idOf(node.parent) } })
    return followNode({ req, node, before, since })
  },
  merge: async (req, { node: id, into = '' }) => {
    const source = await findNode(req, id)
    const target = await findNode(req, into)
    return source && target ? mergeNodes(req, source, target) : 0
  },
}

/** A unit and each of its categories: killed between a row and its line, nothing would vouch for the row. */
async function recordFounded(req: PayloadRequest, id: string, since: string): Promise<void> {
  const node = await findNode(req, id)
  if (node) await recordOnce({ req, action: 'node.create', node, since })
}

/** The line of the audit log that the change itself may have left already. */
async function recordOnce(given: {
  req: PayloadRequest
  action: Parameters<typeof recordAudit>[0]['action']
  node: TreeNode
  since: string
  details?: Record<string, unknown>
}): Promise<void> {
  const { req, action, node, since, details = { kind: node.kind } } = given
  const where: Where = {
    and: [
      { action: { equals: action } },
      { subject: { equals: node.id } },
      { at: { greater_than_equal: since } },
    ],
  }
  if (await findOne({ req, collection: 'audit', where })) return
  const vouches = vouched('nodes', node)
  const subject = { subject: node.id, subjectName: node.name }
  await recordAudit({ req, action, ...subject, details: { ...details, vouches } })
}

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })
