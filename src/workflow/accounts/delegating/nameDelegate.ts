import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { longestDelegation } from '@/access/delegation'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { answer, bodyOf } from '../../answer'
import { vouched } from '../../audit/digests'
import { recordAudit } from '../../audit/append'
import { inTransaction } from '../../inTransaction'
import { Refused } from '../../Refused'
import { said, sentAs } from '../../sentAs'
import { byId, findAll, findOne, insert, swap } from '../../store'
import { forgetSessions } from '../forgetSessions'
import {
  colleaguesOf,
  dayOf,
  delegationsOf,
  isOwnApprover,
  mayEnd,
  standingDelegations,
  type DelegationRow,
} from './delegations'

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

const collection = 'delegations'

type Body = Record<string, unknown>

const unknownDelegate = {
  zh: '请选择本单位一位已启用的同事；系统管理员和审计员不能代行审批。',
  en: 'Choose an active colleague of your unit; operators and auditors do not stand in.',
}
const delegateSent = z.object({
  delegate: said(z.string(), unknownDelegate),
})

/** A day of the calendar, sent as `2026-11-28`: its first or its last instant. */
const day = (edgeOf: typeof startOfDay) =>
  said(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .transform(edgeOf)
      .pipe(z.date()),
    { zh: '请填写日期。', en: 'Give a day.' },
  )
const periodSent = z.object({ from: day(startOfDay), until: day(endOfDay) })

/** An approver names who stands in for them, or changes whom and when: there is one at a time. */
async function nameDelegate(req: PayloadRequest, actor: Actor, body: Body): Promise<void> {
  if (!isOwnApprover(actor)) throw new Refused('notAllowed', { detail: onlyApprovers })
  const colleagues = await colleaguesOf(req, actor)
  const named = sentAs(delegateSent, body).delegate
  const delegate = colleagues.find(({ id }) => id === named)
  if (!delegate) throw wrong('delegate', unknownDelegate)
  await inTransaction(req, async () => {
    const present = await presentOf(req, actor)
    const period = periodOf(body, present)
    const row = {
      id: randomUUID(),
      slot: actor.id,
      ...{ approver: actor.id, approverName: actor.name, unit: actor.unit },
      ...{ delegate: delegate.id, delegateName: delegate.name },
      ...period,
    }
    const replaced = await freeSlot(req, actor)
    await insert({ req, collection, data: row })
    const action = present ? ('delegation.change' as const) : ('delegation.name' as const)
    const { details, ...subject } = subjectOf(row)
    const vouches = vouched('delegations', row, ...(replaced ? [replaced] : []))
    await recordAudit({ req, action, ...subject, details: { ...details, vouches } })
  })
  forgetSessions()
}

/** Ends what is not over yet; nobody gets a right back by it that they had lost. */
async function endDelegation(
  req: PayloadRequest,
  row: DelegationRow,
  because?: 'account',
): Promise<void> {
  await inTransaction(req, async () => {
    const ended = await swap({
      req,
      collection,
      where: { ...byId(row.id), endedAt: { exists: false } },
      data: { slot: row.id, endedAt: new Date().toISOString(), endedByName: nameOf(req) },
    })
    if (!ended) return
    const { details, ...subject } = subjectOf(row)
    const all = { ...details, ...(because ? { because } : {}) }
    const vouches = vouched('delegations', ended)
    await recordAudit({
      ...{ req, action: 'delegation.end', ...subject },
      details: { ...all, vouches },
    })
  })
  forgetSessions()
}

/** After a change of an account: what no longer has what it rests on is over, and stays so. */
export async function endFallen(req: PayloadRequest, account: string): Promise<void> {
  const concerned: Where[] = [{ approver: { equals: account } }, { delegate: { equals: account } }]
  const docs = await findAll({
    req,
    collection,
    where: { and: [{ or: concerned }, { endedAt: { exists: false } }] },
  })
  const rows = docs as unknown as DelegationRow[]
  const standing = rows.length > 0 ? await standingDelegations(req, { or: concerned }) : []
  const now = Date.now()
  for (const row of rows) {
    const isOver = Date.parse(row.until) < now
    if (!isOver && !standing.some(({ id }) => id === row.id))
      await endDelegation(req, row, 'account')
  }
}

async function presentOf(req: PayloadRequest, actor: Actor): Promise<DelegationRow | null> {
  const [present] = await standingDelegations(req, { approver: { equals: actor.id } })
  return present ?? null
}

/** The delegation that was there, as it stands from now on. */
async function freeSlot(req: PayloadRequest, actor: Actor): Promise<{ id: string } | null> {
  const where = { slot: { equals: actor.id } }
  const row = await findOne<DelegationRow>({ req, collection, where })
  if (!row) return null
  const isOver = Date.parse(row.until) < Date.now()
  const ended = isOver ? {} : { endedAt: new Date().toISOString(), endedByName: actor.name }
  return swap({ req, collection, where: byId(row.id), data: { slot: row.id, ...ended } })
}

function periodOf(body: Body, present: DelegationRow | null): { from: string; until: string } {
  const { from: start, until: end } = sentAs(periodSent, body)
  const [from, until] = [dayOf(start), dayOf(end)]
  const today = dayOf(new Date())
  // One that runs keeps its first day when its last is changed.
  const hasBegun = present !== null && dayOf(present.from) === from
  if (from < today && !hasBegun) throw wrong('from', inThePast)
  if (until < from || until < today) throw wrong('until', backwards)
  const days = Math.round((end.getTime() - start.getTime()) / (24 * 60 * 60 * 1000))
  if (days > longestDelegation) throw wrong('until', tooLong)
  return { from: start.toISOString(), until: end.toISOString() }
}

const subjectOf = (row: {
  approver: string
  approverName: string | null
  delegate: string
  delegateName: string | null
  from: string
  until: string
}) => ({
  subject: row.approver,
  subjectName: row.approverName ?? '',
  details: {
    delegate: row.delegate,
    delegateName: row.delegateName,
    from: dayOf(row.from),
    until: dayOf(row.until),
  },
})

const nameOf = ({ user }: PayloadRequest) => ((user ?? {}) as { name?: string | null }).name ?? null

const wrong = (field: string, detail: { zh: string; en: string }) =>
  new Refused('invalid', { fields: [field], detail })

const onlyApprovers = {
  zh: '只有分管领导可以委托他人代行审批，受委托人不能再委托。',
  en: 'Only an approver names a delegate; a delegate names nobody.',
}
const inThePast = { zh: '开始日期不能早于今天。', en: 'It begins today at the earliest.' }
const backwards = {
  zh: '结束日期不能早于开始日期，也不能早于今天。',
  en: 'It ends on its first day or later, and not before today.',
}
const tooLong = {
  zh: `委托期限最长 ${longestDelegation} 天。`,
  en: `At most ${longestDelegation} days.`,
}
