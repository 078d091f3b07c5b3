import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { listEntries } from '@/reading/listEntries'
import { readEntry } from '@/reading/readEntry'
import type { Reader } from '@/reading/reader'
import { readTree } from '@/reading/readTree'
import { readWithdrawn } from '@/reading/readWithdrawn'
import { searchEntries } from '@/reading/search'
import type { SearchEngine } from '@/search/types'
import type { NoteReading } from '@/workflow/audit/readings'
import type { NoteView } from '@/workflow/views/noteView'
import type { Keeping } from './answer'
import type { Client } from './client'
import { noteEntry } from './noteReadings'
import { openApi } from './openapi/openApi'
import { filtersOf, textOf } from './parameters'
import { Problem } from './problem'
import type { Session } from './sessions'
import { streamFile } from './streamFile'

export type Asked = {
  payload: Payload
  engine: SearchEngine
  params: Record<string, string>
  query: URLSearchParams
  session: Session | null
  reader: Reader
  client: Client
  note: NoteReading
  view: NoteView
}

export type Route = {
  /** As OpenAPI writes it. */
  path: string
  /** `everyone` reads as the public, with a session or without; `either` by session, else as the public. */
  for: 'signedIn' | 'everyone' | 'either'
  isSearch?: boolean
} & (
  | { json: (asked: Asked) => unknown }
  | { stream: (asked: Asked, req: IncomingMessage, res: ServerResponse) => Promise<void> }
)

export const routes: readonly Route[] = [
  { path: '/api/search', for: 'signedIn', isSearch: true, json: search },
  { path: '/api/entries', for: 'signedIn', json: entries },
  { path: '/api/entries/{number}', for: 'signedIn', json: entry },
  { path: '/api/tree', for: 'signedIn', json: tree },
  { path: '/api/public/search', for: 'everyone', isSearch: true, json: search },
  { path: '/api/public/entries', for: 'everyone', json: entries },
  { path: '/api/public/entries/{number}', for: 'everyone', json: entry },
  { path: '/api/public/tree', for: 'everyone', json: tree },
  { path: '/api/openapi.json', for: 'everyone', json: () => openApi },
  { path: '/files/{hash}/{name}', for: 'either', stream: streamFile },
]

export const keepingOf = (route: Route): Keeping =>
  route.for === 'everyone' ? 'revalidate' : 'never'

function search({ payload, engine, query, session, reader }: Asked) {
  const { audience, now } = reader
  const ownUnit =
    session?.kind === 'person' && audience.sees !== 'public' ? session.unit : undefined
  return searchEntries({
    payload,
    engine,
    audience,
    now,
    text: textOf(query),
    ownUnit,
    ...filtersOf(query),
  })
}

function entries({ query, reader }: Asked) {
  return listEntries(reader, filtersOf(query))
}

async function entry(asked: Asked) {
  const { params, reader } = asked
  const number = params.number ?? ''
  const found = await readEntry(reader, number)
  if (found) {
    noteEntry({ ...asked, entry: found, isPortal: asked.session === null })
    return found
  }
  const withdrawn = await readWithdrawn(reader, number)
  const members = withdrawn && { sentence: withdrawn.sentence, successor: withdrawn.successor }
  throw new Problem('notFound', {}, {}, members ?? {})
}

async function tree({ reader }: Asked) {
  return { units: await readTree(reader) }
}
