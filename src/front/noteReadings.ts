import type { Payload } from 'payload'
import { accountName } from '@/access/accountName'
import { actorOf } from '@/access/actor'
import type { Audience } from '@/access/audience'
import type { EntryFilters } from '@/reading/listEntries'
import { readFile, type FoundFile } from '@/reading/readEntry'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/personalNumbers'
import { Refused } from '@/workflow/Refused'
import { noteQuery, type NoteQuery } from '@/workflow/usage/searching/noteQuery'
import { noteView, type NoteView } from '@/workflow/usage/views'
import type { Asked, Client } from './client'
import type { Session } from './sessions'

type Read = {
  payload: Payload
  session: Session | null
  entry: { id: string; number: string; title: string; openToPublic: boolean }
  client: Client
  /** The person a machine asks for. */
  agent?: Named | null
  /** Through citizens' pages or their API, signed in or not. */
  isPortal: boolean
  note?: NoteReading
  view?: NoteView
}

/** Counts it; what is not open to the public is read by somebody, and who it was is on record. */
export function noteEntry(read: Read): void {
  countView(read)
  const { payload, session, entry, note = noteReading } = read
  if (!session || entry.openToPublic) return
  const action = session.kind === 'system' ? 'key.entry' : 'entry.read'
  const subject = { subject: entry.id, subjectName: nameOfEntry(entry) }
  note(payload, { action, ...by(session), ...subject })
}

type Named = { id: string; name: string }

/** Robots do not count; who is signed in is none. A machine reads for the person it names. */
function countView({ payload, session, agent, entry, client, isPortal, view = noteView }: Read) {
  const { id, number, title } = entry
  if (!session && client.isRobot) return
  const reader = agent ?? session
  const who = reader ? { reader: reader.id, readerName: reader.name } : { session: client.session }
  const channel = session?.kind === 'system' ? 'system' : isPortal ? 'portal' : 'desk'
  view(payload, { entry: id, number, title, channel, ...who })
}

/** Of the texts that list a file, the most open one says who reads it. */
export async function noteFile(asked: Asked, file: FoundFile): Promise<void> {
  const { payload, session, reader, note } = asked
  if (!session || reader.audience.sees === 'public') return
  if (await readFile({ ...reader, audience: { sees: 'public' } }, file.hash)) return
  const subject = { subject: file.entry, subjectName: file.number, details: { hash: file.hash } }
  note(payload, { action: 'file.read', ...by(session), ...subject })
}

const by = ({ id, name }: Session) => ({ by: id, byName: name })

type Searched = EntryFilters & {
  payload: Payload
  session: Pick<Session, 'id' | 'kind'> | null
  client: Client
  audience: Audience
  text: string
  page: number
  isExplained?: boolean
  note?: NoteQuery
}

type Answered = Pick<SearchAnswer, 'hits' | 'total' | 'degraded' | 'corrected' | 'dropped'>

/**
 * Counts a search that found something, for others to be offered: the first page of a whole question, as it was
 * typed. Robots do not count, nor does the centre when it looks why a hit is where it is.
 */
export function noteSearch(searched: Searched, answered: Answered): void {
  const { payload, session, client, audience, text, note = noteQuery } = searched
  const { hits, total, degraded, corrected, dropped } = answered
  if (degraded || hits.length === 0 || corrected.length > 0 || dropped.length > 0) return
  if (!isWhole(searched) || (!session && client.isRobot)) return
  note(payload, {
    text,
    side: audience.sees === 'public' ? 'public' : 'inside',
    asker: askerOf(session, client),
    entries: hits.slice(0, 3).map(({ id }) => id),
    found: total,
  })
}

/** Many agents may ask through one machine. */
function askerOf(session: Searched['session'], client: Client): string {
  if (!session) return client.session
  return session.kind === 'system' ? `${session.id} ${client.onBehalfOf ?? ''}` : session.id
}

const isWhole = ({ page, library, unit, category, freshness, isExplained }: Searched): boolean =>
  page === 1 && !library && !unit && !category && freshness === undefined && !isExplained

type OnBehalf = {
  payload: Payload
  session: Session | null
  username: string
  subject: string
  note: NoteReading
}

/**
 * A machine that asks for an agent names the account; the reading is on record under both. What was
 * searched for is not: callers' words may hold personal data. Resolves to that person; null where a person asks.
 */
export async function recordOnBehalf(given: OnBehalf): Promise<Named | null> {
  const { payload, session, username, subject, note } = given
  if (session?.kind !== 'system') return null
  const { docs } = await payload.find({
    collection: 'users',
    where: { username: { equals: accountName(username) } },
    select: { name: true, username: true, roles: true, unit: true, isActive: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const agent = actorOf(docs[0])
  if (!agent?.roles.includes('agent')) throw new Refused('unknownAgent')
  note(payload, {
    action: 'key.search',
    by: session.id,
    byName: session.name,
    subject: agent.id,
    subjectName: agent.name,
    details: { asked: subject },
  })
  return { id: agent.id, name: agent.name }
}
