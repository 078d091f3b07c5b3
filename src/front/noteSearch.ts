import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import type { EntryFilters } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { noteQuery, type NoteQuery } from '@/workflow/usage/searching/noteQuery'
import type { Client } from './client'
import type { Session } from './sessions'

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
