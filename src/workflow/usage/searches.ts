import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { cleanText } from '@/cleanText'
import { askedForm } from '@/search/text/normalise'
import { LONGEST_QUERY } from '@/search/types'
import { putRows } from '@/tables'
import { behind } from '@/tables/behind'
import { withoutAnyNumbers } from '../findings/callersWords'
import { rememberAnswer } from './answersGiven'
import { districtsNow } from './districts'
import { inTransaction } from '../inTransaction'
import type { Channel } from './views'

/** What was asked and which entries were shown for it, to a person, to a system or to an anonymous session. */
export type Search = {
  /** As typed; empty for a list. */
  text: string
  channel: Channel
  filters: Filters
  /** Which list it is; nothing where something was asked. */
  list?: List
  /** From 1. */
  page: number
  /** Numbers of the entries shown on this page, the first hit first. */
  shown: readonly string[]
  found: number
  /** The centre looked why a hit is where it is: nobody's question. */
  isTrial: boolean
} & (
  | { reader: string; readerName: string; unit?: string; session?: undefined }
  | { reader?: undefined; session: string; place?: string; unit?: undefined }
)

/** Entries one browses, those beside another one, the hotspots, the updates. */
export const lists = ['entries', 'related', 'hotspots', 'updates'] as const
export type List = (typeof lists)[number]

type Filters = {
  library?: string
  unit?: string
  /** Of the hotspots alone. */
  district?: string
  category?: string
  theme?: string
  freshness?: number
}

export type NoteShown = (payload: Payload, search: Search) => string | null

type Waiting = ReturnType<typeof rowOf>

const searches = behind<Waiting>({
  name: 'searches',
  wait: 2_000,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 20_000,
  journal: () => join(env.dataDir, 'waiting', 'searches'),
  write: writeSearches,
  failed: 'Searches wait to be written',
})

/**
 * 检索记录: what somebody asked and what was shown for it, be it a list; with it every summary that is not open to the public
 * can be traced to whom it was shown. Costs the reader nothing; it outlives a killed process from here on and is on record
 * after two seconds. Returns the id by which openings and uses name it, null where too many wait to be written.
 */
export const noteShown: NoteShown = (payload, search) => {
  const item = rowOf({ ...search, id: randomUUID(), at: new Date().toISOString() })
  const taken = searches.add(payload, { item })
  if (!taken) return null
  rememberAnswer(taken.id)
  return taken.id
}

/** Writes what waits, now: before the process ends. */
export const flushSearches = (payload: Payload): Promise<void> => searches.flush(payload)

/** Writes what a killed process had noted. */
export const recoverSearches = (payload: Payload): Promise<void> => searches.recover(payload)

async function writeSearches(payload: Payload, rows: readonly Waiting[]): Promise<void> {
  const req = await createLocalReq({}, payload)
  const districtOf = await districtsNow(payload)
  const inDistricts = rows.map((row) => ({
    ...row,
    district: districtOf(row.filters?.district ?? row.filters?.unit) ?? districtOf(row.unit),
  }))
  await inTransaction(req, () => putRows({ req, collection: 'searches', rows: inDistricts }))
}

/** Masked before it is kept anywhere. */
function rowOf({ text, filters, shown, ...search }: Search & { id: string; at: string }) {
  const query = withoutAnyNumbers(cleanText(text.slice(0, LONGEST_QUERY)).trim())
  const isNarrowed = Object.values(filters).some((value) => value !== undefined)
  return {
    ...search,
    query,
    // Groups that stood apart are one number in it.
    form: withoutAnyNumbers(askedForm(query)),
    filters: isNarrowed ? filters : null,
    // In one text: Payload 3.90 finds nothing inside a JSON list on SQLite.
    shown: shown.join(' '),
  }
}
