import type { PayloadRequest } from 'payload'
import { topics } from '@/access/rules'
import { topicTitles } from '@/i18n/names'
import { standardCategories, type TreeNode } from './tree'

/**
 * A unit gets its standard categories, and in its details the four entries every unit owes
 * (机构设置、班子成员、办公地址、联络方式) as empty drafts. What is there already stays.
 */
export async function furnishUnit(req: PayloadRequest, unit: TreeNode): Promise<void> {
  const common = { overrideAccess: true, depth: 0, req } as const
  const { docs: present } = await req.payload.find({
    ...common,
    collection: 'nodes',
    overrideAccess: true,
    where: { and: [{ parent: { equals: unit.id } }, { kind: { equals: 'category' } }] },
    pagination: false,
  })
  for (const [order, standard] of standardCategories(unit).entries()) {
    const category =
      present.find((node) => node.category === standard.category) ??
      (await req.payload.create({
        ...common,
        collection: 'nodes',
        overrideAccess: true,
        data: { kind: 'category', parent: unit.id, order, ...standard },
      }))
    if (standard.category === 'details') await beginDetails(req, unit, category.id)
  }
}

async function beginDetails(req: PayloadRequest, unit: TreeNode, category: string): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'register',
    where: { and: [{ category: { equals: category } }, { topic: { exists: true } }] },
    select: { topic: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  const begun = new Set(docs.map(({ topic }) => topic))
  for (const topic of topics.filter((name) => !begun.has(name))) {
    await req.payload.create({
      collection: 'knowledge',
      data: { category, title: topicTitles[topic](unit.name), topic },
      overrideAccess: true,
      depth: 0,
      req,
    })
  }
}
