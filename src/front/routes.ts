import type { IncomingMessage, ServerResponse } from 'node:http'
import { listEntries } from '@/reading/listEntries'
import { hotspots } from '@/reading/hotspots'
import { readPhrases } from '@/reading/phrases'
import { readEntry } from '@/reading/readEntry'
import { readTree } from '@/reading/readTree'
import { readWithdrawn } from '@/reading/readWithdrawn'
import { relatedEntries } from '@/reading/related'
import { searchEntries } from '@/reading/search'
import { readUpdates } from '@/reading/updates'
import { suggestEntries } from '@/reading/suggest'
import { whyHot } from '@/i18n/hotspots'
import { readingTexts } from '@/i18n/refusals'
import { Refused } from '@/workflow/Refused'
import { lastLook } from '@/workflow/usage/looks'
import type { Keeping } from './answer'
import type { Asked } from './client'
import { noteEntry } from './noteReadings'
import { noteList, noteSearch } from './noteSearches'
import { openApi } from './openapi/openApi'
import {
  cursorIn,
  filtersOf,
  hasFacets,
  hotspotsIn,
  isExplained,
  isHelpfulIn,
  openedFrom,
  suggestionsIn,
  textOf,
  updatesIn,
} from './parameters'
import type { Members } from './questionIn'
import { alerts, searches, statistics, views } from './records'
import { sinceIn } from './updatesSince'
import { correction, gap } from './recordTasks'
import { helpful, used } from './recordUsage'
import { streamFile } from './streamFile'

/**
 * The page on which somebody goes on whose browser sent a form, as without JavaScript.
 * @param said null where it was refused
 */
type LeadsTo = (params: Record<string, string>, said: URLSearchParams | null) => string

export type Route = {
  /** As OpenAPI writes it. */
  path: string
  /** `everyone` reads as the public, with a session or without; `either` by session, else as the public. */
  for: 'signedIn' | 'everyone' | 'either'
  /** Asked of the engine, or told to units: limited for whoever has no session. */
  asks?: 'search' | 'suggestion' | 'report'
  /** May also be sent a POST whose body asks: an address holds no long story. */
  isAskedInBody?: true
} & (
  | { json: (asked: Asked) => unknown }
  /** Sent a POST that writes; its body, which may hold what it `takes`, is in `query`, member by member. */
  | { write: (asked: Asked) => Promise<unknown>; takes: Members; formLeadsTo?: LeadsTo }
  | { stream: (asked: Asked, req: IncomingMessage, res: ServerResponse) => Promise<void> }
)

export const routes: readonly Route[] = [
  { path: '/api/search', for: 'signedIn', isAskedInBody: true, json: search },
  { path: '/api/suggest', for: 'signedIn', json: suggest },
  { path: '/api/entries', for: 'signedIn', json: entries },
  { path: '/api/entries/{number}', for: 'signedIn', json: entry },
  { path: '/api/entries/{number}/related', for: 'signedIn', json: related },
  { path: '/api/entries/{number}/used', for: 'signedIn', write: used, takes: { search: 'string' } },
  { path: '/api/hotspots', for: 'signedIn', json: hot },
  { path: '/api/updates', for: 'signedIn', json: updates },
  { path: '/api/tree', for: 'signedIn', json: tree },
  { path: '/api/phrases', for: 'signedIn', json: phrases },
  { path: '/api/views', for: 'signedIn', json: views },
  { path: '/api/searches', for: 'signedIn', json: searches },
  { path: '/api/statistics', for: 'signedIn', json: statistics },
  { path: '/api/alerts', for: 'signedIn', json: alerts },
  {
    path: '/api/public/search',
    for: 'everyone',
    asks: 'search',
    isAskedInBody: true,
    json: search,
  },
  { path: '/api/public/suggest', for: 'everyone', asks: 'suggestion', json: suggest },
  { path: '/api/public/entries', for: 'everyone', json: entries },
  { path: '/api/public/entries/{number}', for: 'everyone', json: entry },
  {
    path: '/api/public/entries/{number}/related',
    for: 'everyone',
    asks: 'suggestion',
    json: related,
  },
  {
    path: '/api/public/entries/{number}/helpful',
    for: 'everyone',
    asks: 'search',
    write: helpful,
    takes: { helpful: 'boolean' },
    formLeadsTo: ({ number = '' }, said) =>
      `/e/${encodeURIComponent(number)}?helpful=${said ? isHelpfulIn(said) : 'failed'}#helpful`,
  },
  {
    path: '/api/public/corrections',
    for: 'everyone',
    asks: 'report',
    write: correction,
    takes: { entry: 'string', sentence: 'string', passage: 'string' },
    formLeadsTo: (_, said) => reportedAt(said),
  },
  {
    path: '/api/public/gaps',
    for: 'everyone',
    asks: 'report',
    write: gap,
    takes: { query: 'string', words: 'string' },
    formLeadsTo: (_, said) => reportedAt(said),
  },
  { path: '/api/public/hotspots', for: 'everyone', asks: 'suggestion', json: hot },
  { path: '/api/public/updates', for: 'everyone', asks: 'search', json: updates },
  { path: '/api/public/tree', for: 'everyone', json: tree },
  { path: '/api/openapi.json', for: 'everyone', json: () => openApi },
  { path: '/files/{hash}/{name}', for: 'either', stream: streamFile },
]

/** The page of the portal that thanks, or says that nothing was sent. */
const reportedAt = (said: URLSearchParams | null): string =>
  `/report?sent=${said ? 'true' : 'failed'}`

export const keepingOf = (route: Route): Keeping =>
  route.for === 'everyone' ? 'revalidate' : 'never'

async function search(given: Asked) {
  const { engine, query, session, reader } = given
  const person = session?.kind === 'person' ? session : null
  const explain = isExplained(query)
  if (explain && !person?.roles.includes('centre'))
    throw new Refused('notAllowed', readingTexts.notAllowed)
  const asked = { text: textOf(query), ...filtersOf(query) }
  const cursor = cursorIn(query, asked)
  const answer = await searchEntries({
    ...{ ...reader, engine, ...asked, cursor },
    facets: hasFacets(query),
    explain,
    ownUnit: reader.audience.sees === 'public' ? undefined : person?.unit,
  })
  const page = cursor?.page ?? asked.page
  const noted = { ...from(given), ...reader, ...asked, page, isExplained: explain }
  return { ...answer, search: noteSearch(noted, answer) }
}

function suggest({ engine, query, reader }: Asked) {
  const { page: _page, ...filters } = filtersOf(query)
  return suggestEntries({
    ...{ reader, engine, ...filters },
    text: textOf(query),
    limit: suggestionsIn(query),
  })
}

/** Summaries too, and so on record as a list. */
async function related(given: Asked) {
  const { engine, params, reader } = given
  const entries = await relatedEntries({ reader, engine, number: params.number ?? '' })
  if (!entries) throw new Refused('notFound')
  const search = noteList({ ...from(given), page: 1 }, { list: 'related', entries })
  return { entries, search }
}

/** 热点, and why each is one. */
async function hot(given: Asked) {
  const asked = hotspotsIn(given.query)
  const found = await hotspots(given.reader, asked)
  const search = noteList({ ...from(given), ...asked }, { list: 'hotspots', entries: found })
  return { hotspots: found.map((one) => ({ ...one, why: whyHot(one, 'zh') })), search }
}

/** 更新列表: what came, changed or went for the reader. */
async function updates(given: Asked) {
  const { payload, session, reader } = given
  const { since: asked, ...narrowed } = updatesIn(given.query)
  const look = session?.kind === 'person' ? await lastLook(payload, session.id) : null
  const since = sinceIn(asked, look, reader.now)
  const found = await readUpdates(reader, { ...narrowed, since })
  const shown = found.updates.map(({ entry }) => entry)
  const noted = { list: 'updates', entries: shown, total: found.total } as const
  const search = noteList({ ...from(given), ...narrowed }, noted)
  return { since: since.toISOString(), lastLook: look, ...found, search }
}

async function entries(given: Asked) {
  const asked = filtersOf(given.query)
  const page = await listEntries(given.reader, asked)
  return { ...page, search: noteList({ ...from(given), ...asked }, page) }
}

async function entry(asked: Asked) {
  const { params, reader } = asked
  const number = params.number ?? ''
  const found = await readEntry(reader, number)
  if (found) {
    noteEntry({ ...asked, ...from(asked), entry: found, search: openedFrom(asked.query) })
    noteList({ ...from(asked), page: 1 }, { list: 'related', entries: found.related })
    return found
  }
  const withdrawn = await readWithdrawn(reader, number)
  if (!withdrawn) throw new Refused('notFound')
  const { sentence, successor } = withdrawn
  throw new Refused('notFound', { sentence, successor })
}

/** Whose reading it is; an address without a session is citizens'. */
const from = ({ payload, session, client, agent, show }: Asked) => ({
  ...{ payload, session, client, agent, show },
  isPortal: session === null,
})

async function tree({ reader }: Asked) {
  return { units: await readTree(reader) }
}

/** 规范用语 of the centre, for whoever answers callers. */
async function phrases({ payload }: Asked) {
  return { phrases: await readPhrases(payload) }
}

type Match = { route: Route; params: Record<string, string> }

/** Compiles the table once; a path that cannot be decoded matches nothing. */
export function createMatcher(routes: readonly Route[]): (path: string) => Match | null {
  const compiled = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
  }))
  return (path) => {
    for (const { route, pattern } of compiled) {
      const found = pattern.exec(path)
      const params = found && decoded(found.groups ?? {})
      if (params) return { route, params }
    }
    return null
  }
}

function decoded(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    )
  } catch {
    return null
  }
}
