import type { Person } from '../server/people'
import type { Entry } from './entries'

export type Message = {
  id: string
  event: string
  library: string
  entry: string
  number: string
  title: string
  step: string
  asks: string | null
  by: string | null
  reason: string
  at: string
  isRead: boolean
  isSettled: boolean
  isTakenBack: boolean
}

export type Messages = {
  docs: Message[]
  totalDocs: number
  totalPages: number
  unread: number
}

export const messages = async (person: Person, query = ''): Promise<Messages> =>
  (await person.get<Messages>(`/api/messages${query}`)).body

/** What this person has been told of this entry, oldest first. */
export async function told(person: Person, entry: Pick<Entry, 'id'>): Promise<Message[]> {
  const { docs } = await messages(person)
  return docs.filter((message) => message.entry === entry.id).reverse()
}

/** The same in a word each: what happened, and what is asked for. */
export const toldOf = async (person: Person, entry: Pick<Entry, 'id'>): Promise<string[]> =>
  (await told(person, entry)).map(({ event, asks }) => (asks ? `${event} ${asks}` : event))
