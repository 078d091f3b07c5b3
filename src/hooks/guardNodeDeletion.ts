import type { CollectionBeforeDeleteHook, CollectionSlug, Where } from 'payload'
import { Refused } from '@/workflow/Refused'

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
