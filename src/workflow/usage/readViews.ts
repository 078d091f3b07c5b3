import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { viewsSeen } from '@/access/views'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { countRows, readRows } from '@/tables'
import { namesOf } from '../namesOf'
import type { Channel } from './views'

/** Which readings somebody wants to see; what is left out does not narrow. */
export type ViewsWanted = {
  /** A unit by its id: what it and what lies below it answer for now. */
  unit?: string
  /** An entry's number. */
  entry?: string
  /** A person's or system's id; `me` for one's own. */
  reader?: string
  /** Days of Asia/Shanghai, YYYY-MM-DD, both included. */
  from?: string
  to?: string
}

/** 浏览记录: somebody opened this title then. */
export type ViewRead = {
  id: string
  entry: { number: string; title: string }
  /** A person or a system; null for a citizen, who has no name. */
  reader: { id: string; name: string } | null
  channel: Channel
  /** Within an hour of an opening that counted. */
  isRepeat: boolean
  /** ISO 8601. */
  at: string
}

export type ViewPage = { views: ViewRead[]; total: number; page: number; pageSize: number }

export const viewsOnPage = 50

/** What an address asks for; what is not understood is as if it were not there. */
export function viewsWantedIn(query: Record<string, unknown> | undefined): ViewsWanted {
  const given = (['unit', 'entry', 'reader', 'from', 'to'] as const).flatMap((name) => {
    const value = query?.[name]
    return typeof value === 'string' && forms[name].test(value.trim()) ? [[name, value.trim()]] : []
  })
  return Object.fromEntries(given) as ViewsWanted
}

const id = /^[\w-]{1,64}$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** How each of them is written; a number that nothing has finds nothing. */
const forms = { unit: id, entry: /^.{1,64}$/, reader: id, from: day, to: day }

/**
 * A page (from 1) of the readings that are wanted, as far as this person is told of them, the newest first. Rejects as
 * the database does.
 */
export async function readViews(
  payload: Payload,
  actor: Actor,
  { page, ...wanted }: ViewsWanted & { page: number },
): Promise<ViewPage> {
  const where = await viewsWhere(payload, actor, wanted)
  const [views, total] = await Promise.all([
    viewRows(payload, { where, limit: viewsOnPage, offset: (page - 1) * viewsOnPage }),
    countRows(payload, { collection: 'views', where }),
  ])
  return { views, total, page, pageSize: viewsOnPage }
}

type RowsWanted = { where: Where; limit: number; offset?: number }

/** Rows of the record with the names of today, the newest first. */
export async function viewRows(payload: Payload, wanted: RowsWanted): Promise<ViewRead[]> {
  const rows = (await readRows(payload, {
    collection: 'views',
    columns: ['id', 'number', 'title', 'reader', 'channel', 'isRepeat', 'at'],
    sort: '-at',
    ...wanted,
  })) as StoredView[]
  const readers = rows.flatMap(({ reader }) => reader ?? [])
  const [people, systems] = await Promise.all([
    namesOf(payload, readers),
    namesOf(payload, readers, 'systems'),
  ])
  return rows.map(({ id, number, title, reader, channel, isRepeat, at }) => ({
    id,
    entry: { number: number ?? '', title: title ?? '' },
    reader: reader ? { id: reader, name: people.get(reader) ?? systems.get(reader) ?? '' } : null,
    channel,
    isRepeat: isRepeat === true,
    at,
  }))
}

/** Number and title are missing in rows of before they were kept. */
type StoredView = {
  id: string
  number: string | null
  title: string | null
  reader: string | null
  channel: Channel
  isRepeat: boolean | null
  at: string
}

/** Those that are wanted and that this person is told of, as a query over `views`. */
export async function viewsWhere(
  payload: Payload,
  actor: Actor,
  { unit, entry, reader, from, to }: ViewsWanted,
): Promise<Where> {
  const [first, last] = [startOfDay(from), endOfDay(to)]
  const conditions: (Where | '' | null | undefined)[] = [
    await toldOf(payload, actor),
    unit && { entry: { in: await entriesOf(payload, unit) } },
    entry && { entry: { equals: await entryOf(payload, entry) } },
    reader && { reader: { equals: reader === 'me' ? actor.id : reader } },
    first && { at: { greater_than_equal: first.toISOString() } },
    last && { at: { less_than_equal: last.toISOString() } },
  ]
  return { and: conditions.filter((one): one is Where => Boolean(one)) }
}

async function entryOf(payload: Payload, number: string): Promise<string> {
  const where: Where = { number: { equals: number.toUpperCase() } }
  const [entry] = await readRows(payload, {
    collection: 'register',
    where,
    columns: ['id'],
    limit: 1,
  })
  return String(entry?.id ?? '')
}

async function toldOf(payload: Payload, actor: Actor): Promise<Where | null> {
  const seen = viewsSeen(actor)
  if (seen === 'everything') return null
  const own: Where = { reader: { equals: actor.id } }
  if (seen === 'none') return own
  return { or: [own, { entry: { in: await entriesOf(payload, seen.unit) } }] }
}

/**
 * Ids of what a unit and what lies below it answer for. Asked of the register, so that a change of the tree changes no
 * row of the record, and holds for it at once.
 */
async function entriesOf(payload: Payload, unit: string): Promise<string[]> {
  const rows = await readRows(payload, {
    collection: 'register',
    where: { or: [{ unit: { equals: unit } }, { unitAbove: { equals: unit } }] },
    columns: ['id'],
    limit: 0,
  })
  return rows.map(({ id }) => String(id))
}
