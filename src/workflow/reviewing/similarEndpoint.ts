import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import type { Library } from '@/access/rules'
import { answer } from '../answer'
import { Refused } from '../Refused'
import { sentAs } from '../sentAs'
import { similarEntries } from './similarEntries'

export const similarAsked = z.object({ title: z.string(), except: z.string().optional() })

/** `GET /api/{library}/similar?title=…&except=<id>`: for those who write or decide. */
export const similarEndpoint = (library: Library): Endpoint =>
  answer('get', '/similar', async (req) => {
    const actor = actorOf(req.user)
    if (!actor) throw new Refused('notSignedIn')
    if (reachQuery(actor) === false) throw new Refused('notAllowed')
    const { title, except } = sentAs(similarAsked, req.query)
    return { entries: await similarEntries({ req, actor, library, title, except }) }
  })
