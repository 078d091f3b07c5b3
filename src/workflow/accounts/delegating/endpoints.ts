import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { answer, bodyOf } from '../../answer'
import { Refused } from '../../Refused'
import { sentAs } from '../../sentAs'
import { byId, findOne } from '../../store'
import { delegationsOf, mayEnd } from './delegationsOf'
import { endDelegation, nameDelegate } from './nameDelegate'
import type { DelegationRow } from './standIns'

const ended = z.object({ id: z.string() })

/**
 * `GET /api/delegations`: present and coming ones that concern the person.
 * `POST /api/delegations` `{ delegate, from, until }` (days): an approver names or changes their delegate.
 * `POST /api/delegations/end` `{ id }`: by the approver or the operator, at any time.
 */
export const delegationEndpoints: Endpoint[] = [
  answer('get', '/', (req) => delegationsOf(req, signedIn(req))),
  answer('post', '/', async (req) => {
    const actor = signedIn(req)
    await nameDelegate(req, actor, await bodyOf(req))
    return delegationsOf(req, actor)
  }),
  answer('post', '/end', async (req) => {
    const actor = signedIn(req)
    const where = byId(sentAs(ended, await bodyOf(req)).id)
    const row = await findOne<DelegationRow>({ req, collection: 'delegations', where })
    if (!row || row.endedAt || !mayEnd(actor, row)) throw new Refused('notFound')
    await endDelegation(req, row)
    return delegationsOf(req, actor)
  }),
]

function signedIn(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return actor
}
