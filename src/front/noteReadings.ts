import type { Payload } from 'payload'
import { readFile, type FoundFile } from '@/reading/readFile'
import { noteReading, type NoteReading } from '@/workflow/audit/readings'
import { nameOfEntry } from '@/workflow/findings/nameOfEntry'
import type { Asked } from './routes'
import type { Session } from './sessions'

type Read = {
  payload: Payload
  session: Session | null
  entry: { id: string; number: string; title: string; openToPublic: boolean }
  note?: NoteReading
}

/** What is not open to the public is read by somebody, and who it was is on record. */
export function noteEntry({ payload, session, entry, note = noteReading }: Read): void {
  if (!session || entry.openToPublic) return
  const action = session.kind === 'system' ? 'key.entry' : 'entry.read'
  const subject = { subject: entry.id, subjectName: nameOfEntry(entry) }
  note(payload, { action, ...by(session), ...subject })
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
