import type { Payload } from 'payload'
import { accountName } from '@/access/accountName'
import { actorOf } from '@/access/actor'
import { readFile, type FoundFile } from '@/reading/readEntry'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/personalNumbers'
import { Refused } from '@/workflow/Refused'
import { noteView, type NoteView } from '@/workflow/usage/views'
import type { Asked, Client } from './client'
import type { Session } from './sessions'
import { whoReads, type Named } from './whoReads'

type Read = {
  payload: Payload
  session: Session | null
  entry: { id: string; number: string; title: string; openToPublic: boolean }
  client: Client
  /** The person a machine asks for. */
  agent?: Named | null
  /** Through citizens' pages or their API, signed in or not. */
  isPortal: boolean
  /** The search it was opened from, as whoever opens it says. */
  search?: string
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

function countView(read: Read) {
  const { payload, entry, search, view = noteView } = read
  const { id, number, title } = entry
  const who = whoReads(read)
  if (who) view(payload, { entry: id, number, title, search, ...who })
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
