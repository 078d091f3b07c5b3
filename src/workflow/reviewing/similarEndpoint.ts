import type { Endpoint } from 'payload'
import { actorOf } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import type { Library } from '@/access/rules'
import { answer } from '../answer'
import { Refused } from '../Refused'
import { similarEntries } from './similarEntries'

/** `GET /api/{library}/similar?title=…&except=<id>`: for those who write or decide. */
export const similarEndpoint = (library: Library): Endpoint =>
  answer('get', '/similar', async (req) => {
    const actor = actorOf(req.user)
    if (!actor) throw new Refused('notSignedIn')
    if (reachQuery(actor) === false) throw new Refused('notAllowed')
    const { title, except } = req.query
    if (typeof title !== 'string') throw new Refused('invalid', { fields: ['title'] })
    if (except !== undefined && typeof except !== 'string') {
      throw new Refused('invalid', { fields: ['except'] })
    }
    return { entries: await similarEntries({ req, actor, library, title, except }) }
  })
