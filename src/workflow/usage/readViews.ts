import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { filedIn } from '@/access/listFilter'
import { viewsSeen } from '@/access/views'
import { dayOf, endOfDay, startOfDay } from '@/shanghaiDay'
import { countRows, readRows } from '@/tables'
import type { Channel } from './views'
import type { ViewsWanted } from './viewsWanted'

/** 浏览记录: somebody opened this title then. */
export type ViewRead = {
  id: string
  /** As it was called then; empty where this person may no longer read it. */
  entry: { number: string; title: string }
  /** A person or a system, as it was called then; null for a citizen, who has no name. */
  reader: { id: string; name: string } | null
  channel: Channel
  /** Within an hour of an opening that counted. */
  isRepeat: boolean
  /** ISO 8601. */
  at: string
}

export type ViewPage = {
  views: ViewRead[]
  /** The first day they are told of, which nobody may have named. */
  from: string
  total: number
  page: number
  pageSize: number
}

export const viewsOnPage = 50

/**
 * A page (from 1) of the readings that are wanted, as far as this person is told of them, the newest first: those of the
 * entries their unit answers for now, or with `reader: 'me'` their own of all. Rejects as the database does.
 */
export async function readViews(
  payload: Payload,
  actor: Actor,
  { page, ...wanted }: ViewsWanted & { page: number },
): Promise<ViewPage> {
  const told = toldViews(actor, wanted)
  const [views, total] = await Promise.all([
    viewRows(payload, told, { limit: viewsOnPage, offset: (page - 1) * viewsOnPage }),
    countRows(payload, { collection: 'views', where: told.where, ofEntries: told.ofEntries }),
  ])
  return { views, from: told.from, total, page, pageSize: viewsOnPage }
}

/** What a person is told of, as questions over `views` and over the register. */
export type ToldViews = {
  actor: Actor
  from: string
  where: Where
  ofEntries?: Where
  /** Their own readings, be it of what they may no longer read. */
  isOwn: boolean
}

export function toldViews(actor: Actor, wanted: ViewsWanted): ToldViews {
  const { unit, entry, reader, to } = wanted
  const seen = viewsSeen(actor)
  const isOwn = seen === 'none' || reader === 'me' || reader === actor.id
  const from = wanted.from ?? usualFrom(to)
  const [first, last] = [startOfDay(from), endOfDay(to)]
  const where = allOf([
    isOwn && { reader: { equals: actor.id } },
    reader && reader !== 'me' && { reader: { equals: reader } },
    entry && { number: { equals: entry.toUpperCase() } },
    first && { at: { greater_than_equal: first.toISOString() } },
    last && { at: { less_than_equal: last.toISOString() } },
  ])
  const units = [
    ...(typeof seen === 'object' && !isOwn ? [seen.unit] : []),
    ...(unit ? [unit] : []),
  ]
  const ofEntries = units.length > 0 ? { ofEntries: allOf(units.map((one) => filedIn(one))) } : {}
  return { actor, from, where, ...ofEntries, isOwn: isOwn && seen !== 'everything' }
}

/** So many days are told of where nobody says from when: the record is long. */
const usualDays = 30

function usualFrom(to: string | undefined): string {
  const last = startOfDay(to ?? dayOf(new Date()))?.getTime() ?? 0
  return dayOf(new Date(last - (usualDays - 1) * 24 * 60 * 60 * 1000))
}

const allOf = (conditions: readonly (Where | '' | false | null | undefined)[]): Where => ({
  and: conditions.filter((one): one is Where => Boolean(one)),
})

type Part = { limit: number; offset?: number; more?: readonly Where[] }

/** Some of them, the newest first; `more` narrows them. */
export async function viewRows(
  payload: Payload,
  told: ToldViews,
  { more = [], ...part }: Part,
): Promise<ViewRead[]> {
  const rows = (await readRows(payload, {
    collection: 'views',
    columns: [
      'id',
      'entry',
      'number',
      'title',
      'reader',
      'readerName',
      'channel',
      'isRepeat',
      'at',
    ],
    sort: '-at',
    where: allOf([told.where, ...more]),
    ofEntries: told.ofEntries,
    ...part,
  })) as StoredView[]
  const mayRead = told.isOwn ? await readable(payload, told.actor, rows) : () => true
  return rows.map(({ id, entry, number, title, reader, readerName, channel, isRepeat, at }) => ({
    id,
    entry: { number: number ?? '', title: (mayRead(entry) && title) || '' },
    reader: reader ? { id: reader, name: readerName ?? '' } : null,
    channel,
    isRepeat: isRepeat === true,
    at,
  }))
}

/** Number, title and name are missing in rows of before they were kept. */
type StoredView = {
  id: string
  entry: string
  number: string | null
  title: string | null
  reader: string | null
  readerName: string | null
  channel: Channel
  isRepeat: boolean | null
  at: string
}

/** Which of these entries the person reads online now: what was taken down, or closed to them, keeps its title to itself. */
async function readable(payload: Payload, actor: Actor, rows: readonly StoredView[]) {
  const ids = [...new Set(rows.map(({ entry }) => entry))]
  const live = await readRows(payload, {
    collection: 'publications',
    where: allOf([{ entry: { in: ids } }, audienceQuery(audienceOf(actor), new Date())]),
    columns: ['entry'],
    limit: 0,
  })
  const known = new Set(live.map(({ entry }) => String(entry)))
  return (entry: string) => known.has(entry)
}
