import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import type { BulletinKind } from '@/access/bulletins'
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
export async function bulletinsOf(asked: Asked): Promise<{ bulletins: PastBulletin[] }> {
  const { req, id } = asked
  const entry = await entryToTell(asked)
  const begun = (await readRows(req.payload, {
    collection: 'decisions',
    columns: ['id', 'step', 'seq', 'at', 'byName'],
    where: { and: [{ entry: { equals: id } }, { step: { in: ['activate', 'push'] } }] },
    sort: '-seq',
    limit: most,
  })) as { id: string; step: Step; seq: number; at: string; byName: string | null }[]
  if (begun.length === 0) return { bulletins: [] }
  const [ends, counts] = await Promise.all([endsOf(req, id), readCounts(req, begun)])
  return {
    bulletins: begun.map(({ id, step, seq, at, byName }) => {
      const kind = step === 'activate' ? 'activated' : 'pushed'
      const isStanding = id === (kind === 'activated' ? entry.activation : entry.push)
      const end = ends.find((one) => one.seq > seq && one.kinds.includes(kind))
      const endedAt = isStanding ? null : (end?.at ?? null)
      return { id, kind, byName, at, endedAt, read: counts.get(id) ?? 0 }
    }),
  }
}

type End = { seq: number; at: string; kinds: readonly BulletinKind[] }

/** What ended one: its own step, or that the text went offline, in their order. */
async function endsOf(req: PayloadRequest, entry: string): Promise<End[]> {
  const closing = (Object.keys(steps) as Step[]).filter((step) =>
    ['close', 'asAsked'].includes(steps[step].publication),
  )
  const rows = (await readRows(req.payload, {
    collection: 'decisions',
    columns: ['step', 'seq', 'at', 'details'],
    where: {
      and: [{ entry: { equals: entry } }, { step: { in: ['deactivate', 'unpush', ...closing] } }],
    },
    sort: 'seq',
    limit: 0,
  })) as { step: Step; seq: number; at: string; details: { online?: boolean } | null }[]
  return rows
    .filter(({ step, details }) => step !== 'return' || details?.online === false)
    .map(({ step, seq, at }) => {
      const own = step === 'deactivate' ? 'activated' : step === 'unpush' ? 'pushed' : null
      return { seq, at, kinds: own ? [own] : ['activated', 'pushed'] }
    })
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
