import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer, bodyOf, param } from '../answer'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, findOne } from '../store'
import { endFollowing } from './following'
import { pairsOf } from './mergeNodes'
import { isFinal, takeUpTreeChange } from './takeUpTreeChange'
import type { TreeNode } from './tree'
import { beginTreeChange, findTreeChange, takeBegun } from './treeChanges'

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

/** How long after a failure it is tried again, in milliseconds. */
const pause = 5_000

/** One after another: what is changed twice ends as it was changed last. */
let last: Promise<unknown> = Promise.resolve()

/**
 * After the node itself was changed for good: brings what belongs to it after it, and resolves once all of it is there,
 * to how many entries moved. What fails is thrown, so that nobody is told it is done, and goes on by itself in a moment;
 * what was refused (400, 409) does not.
 */
export async function followTreeChanges(req: PayloadRequest): Promise<number> {
  const { payload } = req
  const keys = takeBegun(req)
  if (keys.length === 0) return 0
  const turn = last.then(async () => {
    let moved = 0
    const failures: unknown[] = []
    for (const key of keys) {
      const one = followOne(payload, key).catch((error: unknown) => {
        failures.push(error)
        return 0
      })
      moved += await one
    }
    if (failures.length > 0) throw failures[0]
    return moved
  })
  last = turn.catch(() => undefined)
  return turn
}

async function followOne(payload: Payload, key: string): Promise<number> {
  const change = await findTreeChange(payload, key)
  if (!change) return 0
  try {
    return await takeUpTreeChange(payload, change)
  } catch (error) {
    if (isFinal(error)) throw error
    payload.logger.error({
      err: error,
      msg: 'A change of the tree stopped; it goes on in a moment.',
    })
    const again = () => {
      last = last.then(() => followOne(payload, key)).catch(() => undefined)
    }
    setTimeout(again, pause).unref()
    throw error
  } finally {
    endFollowing()
  }
}
