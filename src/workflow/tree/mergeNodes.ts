import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import type { TreeNode } from './tree'
import { followNode, moveFiles } from './followNode'
import { inTransaction } from '../inTransaction'
import { recordAudit } from '../audit/append'
import { Refused } from '../Refused'
import { moveTasks } from '../tasks/moveTasks'
import { relocate } from './relocate'
import { byId, findAll, findOne } from '../store'
import { endTreeChange, takeBegun } from './treeChanges'

/** In many short transactions; taken up again, it goes on where it was. Resolves to how many entries moved. */
export async function mergeNodes(
  req: PayloadRequest,
  source: TreeNode,
  target: TreeNode,
): Promise<number> {
  const pairs = await pairsOf(req, source, target)
  let moved = 0
  for (const { from, to } of pairs) {
    if (from.id === source.id) continue
    const empty = () => moveCategory(req, from, to)
    moved += await emptied(empty, () => remove(req, from))
  }
  if (source.kind === 'region') moved += await moveBodies(req, source, target)
  const empty = async () => {
    const entries =
      source.kind === 'category'
        ? await moveCategory(req, source, target)
        : await moveUncategorised(req, source, target)
    await moveAccounts(req, 'users', source, target)
    await moveAccounts(req, 'systems', source, target)
    return entries
  }
  const place = { unit: target.id, unitAbove: target.unitAbove }
  await moveFiles({ req, from: source.id, place })
  await moveTasks(req, source.id, place)
  if (source.isOffice && source.unitAbove === target.unitAbove && !target.isOffice)
    await update(req, target.id, { isOffice: true })
  const before = moved
  moved += await emptied(empty, (last) =>
    inTransaction(req, async () => {
      const details = { into: target.id, name: target.name, entries: before + last }
      const subject = { subject: source.id, subjectName: source.name }
      await recordAudit({ req, action: 'node.merge', ...subject, details })
      await remove(req, source)
    }),
  )
  return moved
}

/** Somebody may write there until it is gone: emptied again until nothing is left and it goes. */
async function emptied(empty: () => Promise<number>, end: (moved: number) => Promise<unknown>) {
  let moved = 0
  for (let again = 1; ; again += 1) {
    for (let more = 1; more > 0; moved += more) more = await empty()
    try {
      await end(moved)
      return moved
    } catch (error) {
      const isFilled = error instanceof Refused && error.code === 'wrongState'
      if (!isFilled || again === patience) throw error
    }
  }
}

const patience = 10

/** Bodies of a region go below the other one, with all that is theirs. */
async function moveBodies(req: PayloadRequest, source: TreeNode, target: TreeNode) {
  let moved = 0
  for (const body of await childrenOf(req, source)) {
    const node = (await update(req, body.id, { parent: target.id })) as unknown as TreeNode
    const before = { name: body.name, parent: source.id }
    moved += await followNode({ req, node, before })
    for (const key of takeBegun(req)) await endTreeChange(req.payload, key)
  }
  return moved
}

/** What goes into what; refused where something has no place there. */
export async function pairsOf(req: PayloadRequest, source: TreeNode, target: TreeNode) {
  await refuseTwins(req, source, target)
  return pairCategories(req, source, target)
}

/** Each category of a unit goes into the same one of the other unit. */
async function pairCategories(req: PayloadRequest, source: TreeNode, target: TreeNode) {
  if (source.kind === 'category') return [{ from: source, to: target }]
  if (source.kind === 'region') return []
  const targets = await childrenOf(req, target)
  return (await childrenOf(req, source)).map((from) => {
    const to = targets.find((node) => node.category === from.category)
    if (to) return { from, to }
    throw refused(
      `目标单位没有类别“${from.name}”，请先添加。`,
      `The other unit has no category ${from.name}: add it first.`,
    )
  })
}

async function refuseTwins(req: PayloadRequest, source: TreeNode, target: TreeNode): Promise<void> {
  if (source.kind !== 'region') return
  const names = new Set((await childrenOf(req, target)).map(({ name }) => name))
  const twin = (await childrenOf(req, source)).find(({ name }) => names.has(name))
  if (!twin) return
  throw refused(
    `目标县（市、区）已有同名单位“${twin.name}”，请先将其并入或更名。`,
    `The other region has a unit called ${twin.name} already: merge or rename it first.`,
  )
}

const moveCategory = (req: PayloadRequest, from: TreeNode, to: TreeNode) =>
  relocate({
    req,
    actor: actorOf(req.user),
    where: { category: { equals: from.id } },
    place: async () => {
      const { unit, unitAbove = null } = await nodeNow(req, to)
      return { unit, unitAbove, category: to.id, categoryKey: to.category }
    },
    reason: `并入：${from.name} → ${to.name}`,
  })

/** Plans, notices and cases are filed under the unit itself. */
const moveUncategorised = (req: PayloadRequest, from: TreeNode, to: TreeNode) =>
  relocate({
    req,
    actor: actorOf(req.user),
    where: { unit: { equals: from.id } },
    place: async () => ({ unit: to.id, unitAbove: (await nodeNow(req, to)).unitAbove ?? null }),
    reason: `并入：${from.name} → ${to.name}`,
  })

async function moveAccounts(
  req: PayloadRequest,
  collection: 'users' | 'systems',
  source: TreeNode,
  target: TreeNode,
): Promise<void> {
  const docs = await findAll({
    req,
    collection,
    where: { unit: { equals: source.id } },
  })
  // Through Payload's own update: it is on record, and what is kept of sessions is forgotten at once.
  for (const { id } of docs) {
    const data = { unit: target.id }
    await req.payload.update({ collection, id, data, overrideAccess: true, depth: 0, req })
  }
}

async function childrenOf(req: PayloadRequest, node: TreeNode): Promise<TreeNode[]> {
  const docs = await findAll({
    req,
    collection: 'nodes',
    where: { parent: { equals: node.id } },
  })
  return docs as unknown as TreeNode[]
}

const update = (req: PayloadRequest, id: string, data: { parent: string } | { isOffice: true }) =>
  req.payload.update({ collection: 'nodes', id, data, overrideAccess: true, depth: 0, req })

const remove = (req: PayloadRequest, { id }: TreeNode) =>
  req.payload.delete({ collection: 'nodes', id, overrideAccess: true, depth: 0, req })

/** The other node may itself be moved meanwhile. */
const nodeNow = async (req: PayloadRequest, node: TreeNode): Promise<TreeNode> =>
  (await findOne<TreeNode>({ req, collection: 'nodes', where: byId(node.id) })) ?? node

const refused = (zh: string, en: string) =>
  new Refused('invalid', { fields: ['into'], detail: { zh, en } })
