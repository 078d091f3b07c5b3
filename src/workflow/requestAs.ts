import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { User } from '@/payload-types'
import { byId, findOne } from './store'

/** A request of the server in the name of whoever began what it goes on with; of nobody where they are no more. */
export async function requestAs(payload: Payload, id: string): Promise<PayloadRequest> {
  const req = await createLocalReq({}, payload)
  const user = id ? await findOne<User>({ req, collection: 'users', where: byId(id) }) : null
  return user ? createLocalReq({ user: { ...user, collection: 'users' } }, payload) : req
}
