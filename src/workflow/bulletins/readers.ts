import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isOver, type BulletinKind } from '@/access/bulletins'
import { hasRightTo } from '@/access/can'
import { steps, type Library, type Step } from '@/access/rules'
import { countGroups, readRows } from '@/tables'
import { factsOf, findEntry, type Entry } from '../entry'
import { namesOf } from '../namesOf'
import { Refused } from '../Refused'
import { pageAsked, sentAs } from '../sentAs'
import { findAll } from '../store'

type Asked = { req: PayloadRequest; library: Library; id: string }

/** One activation or push of an entry: standing, or of the past. */
export type PastBulletin = {
  id: string
  kind: BulletinKind
  byName: string | null
  at: string
  /** How many people have confirmed it. */
  read: number
  endedAt: string | null
}

/** So many are told of, the newest. */
const most = 20

/**
 * The activations and pushes of an entry, the newest first, with how many confirmed each: to who may take these steps of
 * it, and nobody else. Throws `Refused`.
 */
export async function bulletinsOf(
  asked: Asked,
  now = new Date(),
): Promise<{ bulletins: PastBulletin[] }> {
  const { req, id } = asked
  await entryToTell(asked)
  const taken = await decisionsOn(req, id)
  const begun = taken.filter(({ step }) => step === 'activate' || step === 'push')
  const told = begun.slice(-most).reverse()
  if (told.length === 0) return { bulletins: [] }
  const counts = await readCounts(req, told)
  return {
    bulletins: told.map(({ id, step, seq, at, byName }) => {
      const kind = step === 'activate' ? 'activated' : 'pushed'
      const since = taken.filter((one) => one.seq >= seq && isAbout(one, kind))
      return { id, kind, byName, at, endedAt: endOf(since, now), read: counts.get(id) ?? 0 }
    }),
  }
}

type Taken = {
  id: string
  step: Step
  seq: number
  at: string
  byName: string | null
  details: { online?: boolean; until?: string } | null
}

const ofKind: Record<BulletinKind, readonly Step[]> = {
  activated: ['activate', 'reschedule', 'deactivate'],
  pushed: ['push', 'unpush'],
}
/** The text goes offline, and what stands with it. */
const closing = (Object.keys(steps) as Step[]).filter((step) =>
  ['close', 'asAsked'].includes(steps[step].publication),
)

/** Steps of bulletins, and those that took the text offline, in their order. */
async function decisionsOn(req: PayloadRequest, entry: string): Promise<Taken[]> {
  const told = [...ofKind.activated, ...ofKind.pushed, ...closing]
  const rows = (await readRows(req.payload, {
    collection: 'decisions',
    columns: ['id', 'step', 'seq', 'at', 'byName', 'details'],
    where: { and: [{ entry: { equals: entry } }, { step: { in: told } }] },
    sort: 'seq',
    limit: 0,
  })) as Taken[]
  return rows.filter(({ step, details }) => step !== 'return' || details?.online === false)
}

const isAbout = ({ step }: Taken, kind: BulletinKind): boolean =>
  ofKind[kind].includes(step) || closing.includes(step)

/**
 * When what the first of these began was over: at its end, or sooner by a step; null while it stands. The clock takes its
 * own step a moment after the end, or long after where no server ran.
 */
function endOf([begun, ...since]: readonly Taken[], now: Date): string | null {
  let until = begun?.details?.until ?? null
  const earlier = (at: string) => (isOver(until, Date.parse(at)) ? until : at)
  for (const { step, at, details } of since) {
    if (step === 'reschedule') until = details?.until ?? until
    else if (step === begun?.step) return until
    else return earlier(details?.until ?? at)
  }
  return isOver(until, now.getTime()) ? until : null
}

async function readCounts(req: PayloadRequest, bulletins: readonly { id: string }[]) {
  const groups = await countGroups(req.payload, {
    collection: 'receipts',
    where: { bulletin: { in: bulletins.map(({ id }) => id) } },
    by: ['bulletin'],
  })
  return new Map(groups.map(({ bulletin, count }) => [String(bulletin), count]))
}

/** A person who confirmed, with when, or an agent who has not. */
export type ReaderOf = { id: string; name: string; unitName: string; at: string | null }

export type Receipts = {
  /** Agents who may sign in, those of them who confirmed, and the others who did. */
  counts: { agents: number; agentsRead: number; others: number }
  people: ReaderOf[]
  page: number
  pages: number
}

const pageSize = 50

/** Whose names are told, and which page of them. */
export const receiptsAsked = z.object({
  who: z.enum(['unread', 'read']).default('unread'),
  page: pageAsked(pageSize),
})

/** 已阅 of one of them: counts, then names: agents who have not confirmed, or who has and when. Throws `Refused`. */
export async function receiptsOf(asked: Asked & { bulletin: string }): Promise<Receipts> {
  const { req, bulletin } = asked
  const { id } = await entryToTell(asked)
  const { who, page } = sentAs(receiptsAsked, { ...req.query })
  const [receipts, agents] = await Promise.all([
    readRows(req.payload, {
      collection: 'receipts',
      columns: ['by', 'byName', 'unit', 'at'],
      where: { and: [{ bulletin: { equals: bulletin } }, { entry: { equals: id } }] },
      sort: '-at',
      limit: 0,
    }) as Promise<{ by: string; byName: string; unit: string; at: string }[]>,
    agentsNow(req),
  ])
  const read = new Set(receipts.map(({ by }) => by))
  const unread = agents.filter((agent) => !read.has(agent.id))
  const agentsRead = agents.length - unread.length
  const all =
    who === 'unread'
      ? unread.map(({ id, name, unit }) => ({ id, name, unit, at: null }))
      : receipts.map(({ by, byName, unit, at }) => ({ id: by, name: byName, unit, at }))
  const shown = all.slice((page - 1) * pageSize, page * pageSize)
  const names = await namesOf(
    req.payload,
    shown.map(({ unit }) => unit),
    'nodes',
  )
  return {
    counts: { agents: agents.length, agentsRead, others: receipts.length - agentsRead },
    people: shown.map(({ unit, ...one }) => ({ ...one, unitName: names.get(unit) ?? '' })),
    page,
    pages: Math.max(1, Math.ceil(all.length / pageSize)),
  }
}

async function agentsNow(req: PayloadRequest) {
  const docs = await findAll({
    req,
    collection: 'users',
    where: { and: [{ isActive: { equals: true } }, { roles: { in: ['agent'] } }] },
    select: { name: true, unit: true },
    sort: 'name',
  })
  return docs.map(({ id, name, unit }) => ({ id, name, unit: String(unit) }))
}

/** The entry, for who may take these steps of it; to others it is as it always is, not there or not theirs. */
async function entryToTell({ req, library, id }: Asked): Promise<Entry> {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library) throw new Refused('notFound')
  if (!hasRightTo(actor, 'push', await factsOf(req, entry))) throw new Refused('notFound')
  return entry
}
