import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Keeping } from './answer'
import { bulletins, confirmed } from './bulletins'
import { changes } from './changes'
import type { Asked } from './client'
import { deskEvents } from './deskEvents'
import { openApi } from './openapi/openApi'
import { mcp } from './mcp/door'
import { opinionIn } from './parameters'
import type { Members } from './questionIn'
import {
  contact,
  contradictions,
  entries,
  entry,
  hot,
  lastRead,
  phrases,
  related,
  search,
  suggest,
  themes,
  tree,
  updates,
} from './readings'
import { alerts, searches, statistics, views } from './records'
import { correction, gap } from './recordTasks'
import { helpful, notUsed, used } from './recordUsage'
import { streamFile } from './streamFile'

/**
 * The page on which somebody goes on whose browser sent a form, as without JavaScript.
 * @param said null where it was refused
 */
type LeadsTo = (params: Record<string, string>, said: Said | null) => string

/** What was sent, and what is answered. */
export type Said = { sent: URLSearchParams; found: unknown }

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
  /** Sent a POST, which it reads and answers in a form of its own. */
  | { exchange: (asked: Asked, req: IncomingMessage, res: ServerResponse) => Promise<void> }
)

export const routes: readonly Route[] = [
  { path: '/api/search', for: 'signedIn', isAskedInBody: true, json: search },
  { path: '/api/suggest', for: 'signedIn', json: suggest },
  { path: '/api/entries', for: 'signedIn', json: entries },
  { path: '/api/entries/{number}', for: 'signedIn', json: entry },
  { path: '/api/entries/{number}/related', for: 'signedIn', json: related },
  { path: '/api/entries/{number}/contradictions', for: 'signedIn', json: contradictions },
  { path: '/api/entries/{number}/used', for: 'signedIn', write: used, takes: { search: 'string' } },
  {
    path: '/api/entries/{number}/notUsed',
    for: 'signedIn',
    write: notUsed,
    takes: { use: 'string' },
  },
  { path: '/api/entries/{number}/lastRead', for: 'signedIn', json: lastRead },
  { path: '/api/units/{unit}/contact', for: 'signedIn', json: contact },
  { path: '/api/hotspots', for: 'signedIn', json: hot },
  { path: '/api/updates', for: 'signedIn', json: updates },
  { path: '/api/changes', for: 'signedIn', json: changes },
  { path: '/api/tree', for: 'signedIn', json: tree },
  { path: '/api/themes', for: 'signedIn', json: themes },
  { path: '/api/phrases', for: 'signedIn', json: phrases },
  { path: '/api/desk/bulletins', for: 'signedIn', json: bulletins },
  { path: '/api/desk/bulletins/{id}/confirm', for: 'signedIn', write: confirmed, takes: {} },
  { path: '/api/desk/events', for: 'signedIn', stream: deskEvents },
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
    takes: { helpful: 'boolean', reason: 'string' },
    formLeadsTo: ({ number = '' }, said) =>
      `/e/${encodeURIComponent(number)}?${said ? saidAs(opinionIn(said.sent)) : 'helpful=failed'}#helpful`,
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
  { path: '/api/public/changes', for: 'everyone', asks: 'search', json: changes },
  { path: '/api/public/themes', for: 'everyone', json: themes },
  { path: '/api/public/tree', for: 'everyone', json: tree },
  { path: '/api/openapi.json', for: 'everyone', json: () => openApi },
  { path: '/mcp', for: 'signedIn', exchange: mcp },
  { path: '/files/{hash}/{name}', for: 'either', stream: streamFile },
]

const saidAs = ({ isHelpful, reason }: ReturnType<typeof opinionIn>): string =>
  reason ? `helpful=${isHelpful}&reason=${reason}` : `helpful=${isHelpful}`

/** The page of the portal that thanks and says how to hear the end, or that nothing was sent. */
const reportedAt = (said: Said | null): string =>
  said
    ? `/report?sent=true&receipt=${(said.found as { receipt: string }).receipt}`
    : '/report?sent=failed'

export const keepingOf = (route: Route): Keeping =>
  route.for === 'everyone' ? 'revalidate' : 'never'

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
