import { isolateObjectProperty, type Endpoint, type PayloadRequest, type Where } from 'payload'
import { z } from 'zod'
import { actorOf, idOf, type Actor } from '@/access/actor'
import { keepingQuery, keepingSeen, mayHandOver, mayKeep, nobodyKeeps } from '@/access/keeping'
import { isInReach } from '@/access/reach'
import { refusals, type RefusalCode } from '@/access/refusals'
import type { Library, Role, State } from '@/access/rules'
import { answer, bodyOf } from '../../answer'
import { recordAudit } from '../../audit/append'
import { findEntry } from '../../entry'
import { inTransaction } from '../../inTransaction'
import { Refused } from '../../Refused'
import { said, sentAs } from '../../sentAs'
import { problemOfItem } from '../../step/takeSteps'
import { byId, findAll, findOne, swap } from '../../store'

type Heir = { id: string; name: string; roles: Role[]; unit: string | null; isActive: boolean }
type Asked = { from: string | null; items: string[]; heir: Heir }
type Result = { id: string; ok: boolean; status: number; number?: string } & {
  code?: RefusalCode | 'failed'
}

/** More at once would hold the others up too long. */
const most = 200

const chooseAnother = { zh: '请选择另一位在用的人员接手。', en: 'Choose another active person.' }

export const handoverSent = z.object({
  items: said(z.array(z.string()).min(1).max(most), {
    zh: `请用 items 列出 1 至 ${most} 条内容的 id。`,
    en: `List 1 to ${most} ids in items.`,
  }),
  from: z.string().nullable().default(null),
  to: said(z.string(), chooseAnother),
})

/**
 * `POST /api/handover` `{ from, to, items: [id] }`: entries that `from` keeps (null: that nobody keeps) are
 * looked after by `to` from now on. 200 `{ results: [{ id, ok, status, code }] }`, each on its own.
 */
export const handOverEndpoint: Endpoint = answer('post', '/handover', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (keepingSeen(actor) === 'none') throw new Refused('notAllowed')
  const asked = await askedIn(req)
  const results: Result[] = []
  for (const id of asked.items) {
    const one = handOver(req, actor, id, asked).catch((error: unknown): Result => {
      const { status, code } = problemOfItem(error, req)
      return { id, ok: false, status, code }
    })
    results.push(await one)
  }
  return { results }
})

async function handOver(
  req: PayloadRequest,
  actor: Actor,
  id: string,
  { from, heir }: Asked,
): Promise<Result> {
  // Each has a request of its own: one that fails has ended its transaction.
  const own = isolateObjectProperty(req, ['transactionID', 'context'])
  own.transactionID = undefined
  own.context = {}
  const entry = await findEntry(own, id)
  const isTheirs = entry !== null && mayHandOver(actor, entry)
  if (!isTheirs) {
    return refused(id, entry && isInReach(actor, entry) ? 'notAllowed' : 'notFound')
  }
  const { number, library, title } = entry
  if (entry.trashedAt) return refused(id, 'wrongState', number)
  if ((entry.keeper ?? null) !== from) return refused(id, 'changedMeanwhile', number)
  if (!mayKeep(heir, entry)) return refused(id, 'invalid', number)
  const isMoved = await inTransaction(own, async () => {
    const keeper = from === null ? { exists: false } : { equals: from }
    const where = { ...byId(id), keeper }
    // Without the lock: a step or a save beside it neither loses nor undoes it.
    if (!(await swap({ req: own, collection: 'register', where, data: { keeper: heir.id } })))
      return false
    const subject = { subject: id, subjectName: `${number} ${title}`, revision: entry.revision }
    const details = { from, to: heir.id }
    await recordAudit({ req: own, action: `${library}.handover`, ...subject, details })
    return true
  })
  return isMoved ? { id, ok: true, status: 200, number } : refused(id, 'changedMeanwhile', number)
}

const refused = (id: string, code: RefusalCode, number?: string): Result => ({
  ...{ id, ok: false, status: refusals[code], code },
  ...(number ? { number } : {}),
})

async function askedIn(req: PayloadRequest): Promise<Asked> {
  const { from, to, items } = sentAs(handoverSent, await bodyOf(req))
  const heir = await findHeir(req, to)
  if (!heir?.isActive || heir.id === from) {
    throw new Refused('invalid', { fields: ['to'], detail: chooseAnother })
  }
  return { from, items, heir }
}

async function findHeir(req: PayloadRequest, id: string): Promise<Heir | null> {
  const found = await findOne<Heir>({ req, collection: 'users', where: byId(id) })
  return found && { ...found, unit: idOf(found.unit) }
}

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
