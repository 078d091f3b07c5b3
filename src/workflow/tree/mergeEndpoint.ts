import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer, bodyOf, param } from '../answer'
import { followTreeChanges } from './followTreeChanges'
import { pairsOf } from './mergeNodes'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, findOne } from '../store'
import type { TreeNode } from './tree'
import { beginTreeChange } from './treeChanges'

const chooseAnother = {
  zh: '请选择另一个同类型的节点并入。',
  en: 'Choose another node of the same kind.',
}
const mergeSent = z.object({ into: said(z.string(), chooseAnother) })

/**
 * `POST /api/nodes/{id}/merge` `{ into }`: everything of a node goes to another of its kind (entries,
 * people, for a region its bodies and townships) and the node is removed. Only the centre; 200 `{ id, moved }`.
 */
export const mergeEndpoint: Endpoint = answer('post', '/:id/merge', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'nodes', 'update')) throw new Refused('notAllowed')
  const body = await bodyOf(req)
  const source = await findNode(req, param(req, 'id'))
  if (!source) throw new Refused('notFound')
  const target = await findNode(req, sentAs(mergeSent, body).into)
  if (!target || target.id === source.id || target.kind !== source.kind || source.isCentre) {
    throw new Refused('invalid', { fields: ['into'], detail: chooseAnother })
  }
  await pairsOf(req, source, target)
  await beginTreeChange(req, { kind: 'merge', node: source.id, into: target.id })
  return { id: target.id, moved: await followTreeChanges(req) }
})

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })
