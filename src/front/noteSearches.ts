import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import type { EntryFilters } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { noteQuery, type NoteQuery } from '@/workflow/usage/searching/noteQuery'
import { noteShown, type List, type NoteShown } from '@/workflow/usage/searches'
import type { Client } from './client'
import type { Session } from './sessions'
import { whoReads, type Named } from './whoReads'

type Asked = EntryFilters & {
  payload: Payload
  session: Session | null
  client: Client
  agent?: Named | null
  isPortal: boolean
  /** Of the hotspots: for matters of which county, zone or park. */
  district?: string
  page?: number
  show?: NoteShown
}

type Searched = Asked & {
  audience: Audience
  text: string
  isExplained?: boolean
  note?: NoteQuery
}

type Answered = Pick<SearchAnswer, 'hits' | 'total' | 'degraded' | 'corrected' | 'dropped'>

/**
 * Puts a search and what was shown for it on record, and counts it for others to be offered. Returns the id of the
 * answer in the record: null for a robot, and where too many wait to be written.
 */
export function noteSearch(searched: Searched, answered: Answered): string | null {
  countQuery(searched, answered)
  const { hits: shown, total: found } = answered
  const list = searched.text.trim() === '' ? 'entries' : undefined
  return noteAnswer(searched, { list, shown, found })
}

/**
 * The same of a list that somebody signed in was shown; what citizens see of lists is everybody's to read. Only of the
 * hotspots theirs are on record too: what is opened from them makes nothing hotter. Null for an empty one.
 */
export function noteList(
  asked: Asked,
  { list = 'entries', entries: shown, total: found = shown.length }: Listed,
): string | null {
  const isNoted = shown.length > 0 && (asked.session !== null || list === 'hotspots')
  return isNoted ? noteAnswer(asked, { list, shown, found }) : null
}

type Shown = readonly { number: string }[]
type Listed = { list?: List; entries: Shown; total?: number }

function noteAnswer(
  asked: Asked & Partial<Searched>,
  { list, shown, found }: { list?: List; shown: Shown; found: number },
): string | null {
  const { payload, text = '', page = 1, isExplained = false, show = noteShown } = asked
  const { library, unit, district, category, theme, freshness } = asked
  const who = whoReads(asked)
  if (!who) return null
  return show(payload, {
    ...who,
    ...{ list, text, page, found, isTrial: isExplained },
    filters: { library, unit, district, category, theme, freshness },
    shown: shown.map(({ number }) => number),
  })
}

/**
 * A search that found something, for others to be offered: the first page of a whole question, as it was typed. Robots
 * do not count, nor does the centre when it looks why a hit is where it is.
 */
function countQuery(searched: Searched, answered: Answered): void {
  const { payload, audience, text, note = noteQuery } = searched
  const { hits, total, degraded, corrected, dropped } = answered
  if (degraded || hits.length === 0 || corrected.length > 0 || dropped.length > 0) return
  const who = isWhole(searched) && whoReads(searched)
  if (!who) return
  note(payload, {
    text,
    side: audience.sees === 'public' ? 'public' : 'inside',
    asker: { reader: null, session: null, place: null, ...who },
    entries: hits.slice(0, 3).map(({ id }) => id),
    found: total,
  })
}

const isWhole = ({ page, isExplained, freshness, ...narrowed }: Searched): boolean => {
  const { library, unit, category, theme } = narrowed
  return page === 1 && ![library, unit, category, theme, freshness, isExplained].some(Boolean)
}
