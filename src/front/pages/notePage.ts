import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import { once } from '@/once'
import type { Client } from '../client'
import { noteEntry } from '../noteReadings'
import { noteList } from '../noteSearches'
import type { Session } from '../sessions'

/**
 * What opening a page of citizens' puts on record: a text that was opened, or a list that was shown. One that is passing
 * lacks what could not be read, and is not kept.
 */
export type PageNote =
  | { passing: true }
  | { entry: Parameters<typeof noteEntry>[0]['entry'] }
  | { list: 'hotspots' | 'related'; district?: string; entries: readonly { number: string }[] }

type Opened = { payload: Payload; session: Session | null; client: Client }

/** server.mjs notes here which answer is under way. */
const answers = once('answers', () => new AsyncLocalStorage<ServerResponse>())
const kept = once('pageNotes', () => new WeakMap<ServerResponse, PageNote[]>())

export const answerUnderWay = (): ServerResponse | undefined => answers.getStore()

/** What the page that is made for this answer leaves, to be put on record for each who opens it. */
export function notesOf(response: ServerResponse): readonly PageNote[] {
  const notes: PageNote[] = []
  kept.set(response, notes)
  return notes
}

/** Called by a page: where it is made for many, each of them is noted by the front. */
export function notePage(opened: Opened, note: PageNote): void {
  const response = answerUnderWay()
  const notes = response && kept.get(response)
  if (notes) notes.push(held(note))
  else putOnRecord(opened, note)
}

/** That somebody opened a page that left this. */
export function putOnRecord(opened: Opened, note: PageNote): void {
  if ('passing' in note) return
  const asked = { ...opened, isPortal: true }
  if ('entry' in note) noteEntry({ ...asked, entry: note.entry })
  else noteList({ ...asked, district: note.district }, note)
}

/** No more of it than what is noted. */
function held(note: PageNote): PageNote {
  if ('passing' in note) return note
  if ('list' in note) return { ...note, entries: note.entries.map(({ number }) => ({ number })) }
  const { id, number, title, openToPublic } = note.entry
  return { entry: { id, number, title, openToPublic } }
}
