import type { Endpoint } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { once } from '@/once'
import { answer } from '../answer'
import { Refused } from '../Refused'

/** How many entries have followed the change of the tree under way, and of how many; both 0 while there is none. */
export type Following = { moved: number; of: number }

/** Changes follow one after the other in a process, so there is one to tell of. */
const following = once<Following>('following', () => ({ moved: 0, of: 0 }))

export const expectEntries = (more: number): void => void (following.of += more)
export const countEntry = (): void => void (following.moved += 1)
export const endFollowing = (): void => void Object.assign(following, { moved: 0, of: 0 })

/**
 * `GET /api/nodes/following`: 200 `{ moved, of }`, entries of the change of the tree that this process is at. Only who
 * may change the tree; 401 and 403 else.
 */
export const followingEndpoint: Endpoint = answer('get', '/following', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'nodes', 'update')) throw new Refused('notAllowed')
  return following
})
