import type { Payload } from 'payload'
import { readFile, type FoundFile } from '@/reading/readFile'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/maskNumbers'
import { noteView, type NoteView } from '@/workflow/usage/views'
import type { Asked, Client } from './client'
import type { Session } from './sessions'

type Read = {
  payload: Payload
  session: Session | null
  entry: { id: string; number: string; title: string; openToPublic: boolean }
  client: Client
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

/** Robots do not count; who is signed in is none. */
function countView({ payload, session, entry, client, isPortal, view = noteView }: Read): void {
  if (!session && client.isRobot) return
  const who = session ? { reader: session.id } : { session: client.session }
  const channel = session?.kind === 'system' ? 'system' : isPortal ? 'portal' : 'desk'
  view(payload, { entry: entry.id, channel, ...who })
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
