import { randomUUID } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  PayloadRequest,
  Where,
  CollectionAfterChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
} from 'payload'
import { idOf } from '@/access/actor'
import { placeInTree, type TreeNode } from '@/workflow/tree/tree'
import { byId, findOne } from '@/workflow/store'
import { Refused } from '@/workflow/Refused'
import { beginTreeChange, endTreeChange, takeBegun } from '@/workflow/tree/treeChanges'
import { vouched } from '@/workflow/audit/digests'
import { furnishUnit } from '@/workflow/tree/furnishUnit'
import { recordAudit } from '@/workflow/audit/append'

/** Keeps the tree in its form: level, unit and unit above follow from the parent, or the save is refused. */
export const placeNode: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = originalDoc as Partial<TreeNode> | undefined
  const given = { ...before, ...data } as Partial<TreeNode>
  const id = before?.id ?? randomUUID()
  const parentId = idOf(given.parent)
  const parent = parentId ? await findNode(req, parentId) : null
  if (parentId && !parent) throw refused('上级不存在。', 'The node above does not exist.', 'parent')
  const isMoved = before?.id !== undefined && idOf(before.parent) !== parentId
  if (isMoved && given.kind === 'category') {
    throw refused(
      '类别不能改挂到别的单位；请把其中的知识并入目标单位的类别。',
      'A category is not moved to another unit: merge it into that unit’s category.',
      'parent',
    )
  }
  const placed = placeInTree({ ...given, id }, parent)
  if ('problem' in placed) throw refused(placed.problem.zh, placed.problem.en, placed.field)
  await refuseTwin(req, { ...given, ...placed, id, parent: parentId })
  if (!before?.id) {
    if (given.kind !== 'category' && !data.order) data.order = await lastPlace(req, given, parentId)
    if (given.kind !== 'category') await beginTreeChange(req, { kind: 'found', node: id })
  } else if (isMoved || before.name !== placed.name) {
    const was = { name: before.name ?? '', parent: idOf(before.parent) }
    await beginTreeChange(req, { kind: 'follow', node: id, before: was })
  }
  const isOffice = placed.level === 2 && given.kind === 'department' && !isMoved
  const isMarked = isOffice && given.isOffice === true
  if (isMarked && !before?.isOffice) await takeOfficeFrom(req, placed.unitAbove, id)
  return { ...data, ...placed, id, isOffice: isMarked }
}

/** A region has one office: the mark goes from the one that had it, on record like every change of the tree. */
async function takeOfficeFrom(req: PayloadRequest, region: string | null, except: string) {
  const where: Where = {
    and: [
      { isOffice: { equals: true } },
      { unitAbove: { equals: region } },
      { id: { not_equals: except } },
    ],
  }
  const office = await findOne({ req, collection: 'nodes', where })
  if (!office) return
  await req.payload.update({
    collection: 'nodes',
    id: office.id,
    data: { isOffice: false },
    overrideAccess: true,
    depth: 0,
    req,
  })
}

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })

/** A new unit stands behind its peers until the centre gives it another place. */
async function lastPlace(
  req: PayloadRequest,
  { kind }: Partial<TreeNode>,
  parent: string | null,
): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'nodes',
    where: {
      and: [
        { kind: { equals: kind } },
        parent ? { parent: { equals: parent } } : { parent: { exists: false } },
      ],
    },
    select: { order: true },
    sort: '-order',
    limit: 1,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  return docs[0] ? (docs[0].order ?? 0) + 1 : 0
}

async function refuseTwin(req: PayloadRequest, node: Partial<TreeNode>): Promise<void> {
  const twin = await findOne<TreeNode>({
    req,
    collection: 'nodes',
    where: {
      and: [
        { id: { not_equals: node.id } },
        node.kind === 'category'
          ? { or: [{ name: { equals: node.name } }, { category: { equals: node.category } }] }
          : { name: { equals: node.name } },
        idOf(node.parent)
          ? { parent: { equals: idOf(node.parent) } }
          : { parent: { exists: false } },
      ],
    },
  })
  if (twin)
    throw refused(
      '同一上级下已有同名节点或同一类别。',
      'There is one of this name or category already.',
      'name',
    )
}

const refused = (zh: string, en: string, field: string) =>
  new Refused('invalid', { fields: [field], detail: { zh, en } })

/** A new unit gets its categories and first entries by itself. */
export const foundUnit: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const node = doc as TreeNode
  const { id: subject, name: subjectName } = node
  await recordAudit({
    req,
    action: 'node.create',
    subject,
    subjectName,
    details: { kind: node.kind, vouches: vouched('nodes', node) },
  })
  if (node.kind === 'category') return
  await furnishUnit(req, node)
  for (const key of takeBegun(req)) await endTreeChange(req.payload, key)
}

/** A change of a node is on record; what belongs to it follows once it is written for good (`followTreeChanges`). */
export const recordNodeChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return
  const node = doc as TreeNode
  const before = previousDoc as TreeNode
  const isRenamed = before.name !== node.name
  const isMoved = idOf(before.parent) !== idOf(node.parent)
  const isOrdered = before.order !== node.order
  const isOther = before.form !== node.form || before.isOffice !== node.isOffice
  if (!isRenamed && !isMoved && !isOrdered && !isOther) return
  await recordAudit({
    req,
    action: isMoved
      ? 'node.move'
      : isRenamed
        ? 'node.rename'
        : isOrdered
          ? 'node.order'
          : 'node.update',
    subject: node.id,
    subjectName: node.name,
    details: {
      from: { name: before.name, parent: idOf(before.parent) },
      to: idOf(node.parent),
      ...(before.isOffice === node.isOffice ? {} : { isOffice: node.isOffice }),
      vouches: vouched('nodes', node),
    },
  })
}

/** A node with children, entries or people is not deleted but moved or merged. */
export const guardNodeDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const has = async (collection: CollectionSlug, where: Where) =>
    (await req.payload.count({ collection, where, overrideAccess: true, req })).totalDocs > 0
  const at = (field: string): Where => ({ [field]: { equals: id } })
  if (await has('nodes', at('parent'))) throw kept('下级节点', 'children')
  if (await has('register', { or: [at('unit'), at('category')] })) throw kept('知识条目', 'entries')
  if (await has('systems', at('unit'))) throw kept('接口密钥', 'system keys')
  if (await has('users', at('unit'))) throw kept('人员账号', 'people')
}

const kept = (zh: string, en: string) =>
  new Refused('wrongState', {
    detail: {
      zh: `该节点下还有${zh}，不能删除；请移动或并入其他节点。`,
      en: `This node still has ${en}: move or merge it instead.`,
    },
  })
