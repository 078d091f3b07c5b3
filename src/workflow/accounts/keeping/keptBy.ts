import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { keepingQuery, nobodyKeeps } from '@/access/keeping'
import { isInReach } from '@/access/reach'
import type { Library, State } from '@/access/rules'
import { answer } from '../../answer'
import { Refused } from '../../Refused'
import { findAll } from '../../store'
import { sentAs } from '../../sentAs'

/** An entry in somebody's care; its title only for those who may read the working copy. */
export type Kept = {
  id: string
  number: string
  library: Library
  state: State
  unit: string
  title: string | null
}

/** Entries of this keeper that the asker may hand over; what lies in the trash is looked after by nobody. */
export const keptWhere = (actor: Actor | null, from: string | null): Where | false => {
  const scope = keepingQuery(actor)
  if (scope === false) return false
  const keeper = from === null ? { exists: false } : { equals: from }
  const conditions: Where[] = [{ keeper }, { trashedAt: { exists: false } }]
  return { and: scope === true ? conditions : [scope, ...conditions] }
}

export const keptAsked = z.object({ from: z.string().min(1) })

/** `GET /api/handover?from={person|none}`: what this person keeps, for those who may hand it over. */
export const keptByEndpoint: Endpoint = answer('get', '/handover', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { from } = sentAs(keptAsked, req.query)
  const where = keptWhere(actor, from === nobodyKeeps ? null : from)
  if (where === false) throw new Refused('notAllowed')
  const docs = await keptBy(req, actor, where)
  return { docs, totalDocs: docs.length }
})

async function keptBy(req: PayloadRequest, actor: Actor, where: Where): Promise<Kept[]> {
  const docs = await findAll({
    req,
    collection: 'register',
    where,
    select: {
      number: true,
      library: true,
      state: true,
      unit: true,
      unitAbove: true,
      title: true,
    },
    sort: 'number',
  })
  return docs.map(({ id, number, library, state, unit, unitAbove, title }) => ({
    ...{ id, number, library, state, unit },
    title: isInReach(actor, { unit, unitAbove: unitAbove ?? null }) ? (title ?? null) : null,
  }))
}
