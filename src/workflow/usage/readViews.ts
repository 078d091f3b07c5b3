import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { filedIn } from '@/access/listFilter'
import { seesAllSearches, viewsSeen } from '@/access/views'
import { countRows, readRows } from '@/tables'
import { daysWanted, filedAs, whereAll } from './daysWanted'
import { queriesBefore } from './readSearches'
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
  /**
   * What was asked, where it was opened from an answer that is on record; empty for a list. Told to whom searches are:
   * they hold callers' words.
   */
  query: string | null
  /** Does not count: within an hour of an opening that did, or in the admin. */
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
  const { unit, entry, reader } = wanted
  const seen = viewsSeen(actor)
  const isOwn = seen === 'none' || reader === 'me' || reader === actor.id
  const { from, conditions } = daysWanted(wanted)
  const where = whereAll([
    isOwn && { reader: { equals: actor.id } },
    reader && reader !== 'me' && { reader: { equals: reader } },
    entry && { number: { equals: entry.toUpperCase() } },
    wanted.counted && { isRepeat: { not_equals: true } },
    ...conditions,
  ])
  const units = [
    ...(typeof seen === 'object' && !isOwn ? [filedIn(seen.unit)] : []),
    ...(unit ? [filedAs(unit, wanted.alone)] : []),
  ]
  const ofEntries = units.length > 0 ? { ofEntries: whereAll(units) } : {}
  return { actor, from, where, ...ofEntries, isOwn: isOwn && seen !== 'everything' }
}

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
      'session',
      'channel',
      'isRepeat',
      'search',
      'at',
    ],
    sort: '-at',
    where: whereAll([told.where, ...more]),
    ofEntries: told.ofEntries,
    ...part,
  })) as StoredView[]
  const mayRead = told.isOwn ? await readable(payload, told.actor, rows) : () => true
  const queries = await queriesBefore(payload, rows)
  const isAll = seesAllSearches(told.actor)
  const mayKnow = (reader: string | null) => isAll || reader === told.actor.id
  return rows.map(({ id, entry, number, title, reader, readerName, channel, ...row }, n) => ({
    id,
    entry: { number: number ?? '', title: (mayRead(entry) && title) || '' },
    reader: reader ? { id: reader, name: readerName ?? '' } : null,
    channel,
    query: mayKnow(reader) ? (queries[n] ?? null) : null,
    isRepeat: row.isRepeat === true,
    at: row.at,
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
  session: string | null
  channel: Channel
  isRepeat: boolean | null
  search: string | null
  at: string
}

/** Which of these entries the person reads online now: what was taken down, or closed to them, keeps its title to itself. */
async function readable(payload: Payload, actor: Actor, rows: readonly StoredView[]) {
  const ids = [...new Set(rows.map(({ entry }) => entry))]
  const live = await readRows(payload, {
    collection: 'publications',
    where: whereAll([{ entry: { in: ids } }, audienceQuery(audienceOf(actor), new Date())]),
    columns: ['entry'],
    limit: 0,
  })
  const known = new Set(live.map(({ entry }) => String(entry)))
  return (entry: string) => known.has(entry)
}
