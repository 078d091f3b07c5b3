import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { seesAllSearches } from '@/access/views'
import { askedForm } from '@/search/text/normalise'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { ofDays, within, type Span } from '@/statistics/span'
import { countRows, readRows } from '@/tables'
import { unitsInOrder } from '../tree/readUnits'
import { daysWanted, whereAll } from './daysWanted'
import type { SearchesWanted } from './searchesWanted'
import type { Outcome } from './settleSearches'
import type { List } from './searches'
import type { Channel } from './views'

/** 检索记录: somebody asked this then, and was shown these entries. */
export type SearchRead = {
  id: string
  /** As typed, without numbers of persons; empty for a list. */
  query: string
  /** A person or a system, as it was called then; null for a citizen. */
  reader: { id: string; name: string } | null
  channel: Channel
  filters: Record<string, string | number> | null
  /** Which list it was; null where something was asked. */
  list: List | null
  /** Which page of hits, from 1, of 20 each. */
  page: number
  /** Numbers of the entries shown on it, the first hit first. */
  shown: string[]
  found: number
  /** Null until it is settled, half an hour later at the earliest. */
  outcome: Outcome | null
  /** ISO 8601. */
  at: string
}

export type SearchesPage = {
  searches: SearchRead[]
  /** The first day they are told of, which nobody may have named. */
  from: string
  total: number
  page: number
  pageSize: number
}

export const searchesOnPage = 50

/**
 * A page (from 1) of the searches that are wanted, the newest first: to the centre of everybody, to everybody else
 * their own. Rejects as the database does.
 */
export async function readSearches(
  payload: Payload,
  actor: Actor,
  { page, ...wanted }: SearchesWanted & { page: number },
): Promise<SearchesPage> {
  const { reader, entry, q, kind, outcome } = wanted
  const form = wanted.form && askedForm(wanted.form)
  const { from, conditions } = daysWanted(wanted)
  const isOwn = !seesAllSearches(actor) || reader === 'me'
  const units = wanted.unit ? await unitsWanted(payload, wanted.unit, wanted.alone) : null
  const where = whereAll([
    isOwn && { reader: { equals: actor.id } },
    reader && reader !== 'me' && { reader: { equals: reader } },
    units && { unit: { in: units } },
    entry && { shown: { contains: entry.toUpperCase() } },
    q && { form: { contains: askedForm(q) } },
    form && { form: { equals: form } },
    form && wanted.counted && (await onDaysCounted(payload, { ...wanted, from, form })),
    kind === 'questions' && { and: [{ form: { exists: true } }, { form: { not_equals: '' } }] },
    // What the centre only tried is no question of anybody, but where it is looked for.
    kind === 'questions' && outcome !== 'trial' && { isTrial: { not_equals: true } },
    kind === 'lists' && { or: [{ form: { exists: false } }, { form: { equals: '' } }] },
    outcome && { outcome: { equals: outcome } },
    ...conditions,
  ])
  const [rows, total] = await Promise.all([
    readRows(payload, {
      collection: 'searches',
      sort: '-at',
      where,
      limit: searchesOnPage,
      offset: (page - 1) * searchesOnPage,
    }),
    countRows(payload, { collection: 'searches', where }),
  ])
  const searches = (rows as StoredSearch[]).map(toldOf)
  return { searches, from, total, page, pageSize: searchesOnPage }
}

/** Of the days within these on which two or more asked this question, so that it was counted by its words. */
async function onDaysCounted(
  payload: Payload,
  { form, from, to }: { form: string; from: string; to?: string },
): Promise<Where> {
  const days = await readRows(payload, {
    ...{ collection: 'dayQueries', columns: ['day'], sort: 'day', limit: 0 },
    where: {
      and: [{ form: { equals: form } }, ...ofDays({ from, to: to ?? dayOf(new Date()) })],
    },
  })
  const spans: Span[] = []
  for (const { day } of days as { day: string }[]) {
    const last = spans.at(-1)
    if (last && dayBefore(day, 1) === last.to) last.to = day
    else spans.push({ from: day, to: day })
  }
  // Of none nothing is found.
  return spans.length === 0
    ? { id: { equals: '' } }
    : { or: spans.map((span) => ({ and: within('at', span) })) }
}

/** The unit, and what lies below it unless it is wanted alone: a search knows the unit of who asked and none above. */
async function unitsWanted(payload: Payload, unit: string, alone?: 'yes'): Promise<string[]> {
  const units = alone ? [] : await unitsInOrder(payload)
  return [unit, ...units.filter(({ above }) => above === unit).map(({ id }) => id)]
}

type StoredSearch = Omit<SearchRead, 'reader' | 'shown' | 'query'> & {
  query: string | null
  reader: string | null
  readerName: string | null
  shown: string | null
}

function toldOf({ query, reader, readerName, shown, ...row }: StoredSearch): SearchRead {
  const { id, channel, filters, list, page, found, outcome, at } = row
  return {
    ...{ id, query: query ?? '' },
    reader: reader ? { id: reader, name: readerName ?? '' } : null,
    ...{ channel, filters, list, page, shown: shown ? shown.split(' ') : [], found, outcome, at },
  }
}

/** An opening, and the search which whoever opened it said it came from. */
type Opening = { search: string | null; reader: string | null; session: string | null }

/**
 * What was asked before these openings; null where it is no longer on record, and where somebody else had asked it: the
 * id is only what the opening's client said.
 */
export async function queriesBefore(payload: Payload, openings: readonly Opening[]) {
  const ids = [...new Set(openings.flatMap(({ search }) => search ?? []))]
  const where: Where = { id: { in: ids } }
  const columns = ['id', 'query', 'reader', 'session']
  const asked = { collection: 'searches', columns, where, limit: 0 } as const
  const rows = ids.length > 0 ? await readRows(payload, asked) : []
  const known = new Map(rows.map((row) => [row.id, row]))
  return openings.map(({ search, reader, session }) => {
    const row = known.get(search)
    if (!row || row.reader !== reader || row.session !== session) return null
    return String(row.query ?? '')
  })
}
