import { createHash, createHmac } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { popular } from '@/access/searching'
import { cleanText } from '@/cleanText'
import { env } from '@/env'
import { askedForm, normalisedText } from '@/search/text/normalise'
import { dayOf } from '@/shanghaiDay'
import { countedAs, type Asker } from '@/statistics/askers'
import { noneAsked, takeIn, whoDiffer, type Tally } from '@/statistics/whoDiffers'
import { behind } from '@/tables/behind'
import { personalNumbers } from '../../findings/personalNumbers'
import { inTransaction } from '../../inTransaction'
import { byId, findOne, insertOnce, swap } from '../../store'

/** A query that found something, and who asked it: never stored as such. */
type AskedQuery = {
  text: string
  /** `public`: asked by citizens; `inside`: by people and systems that see more than they. */
  side: 'public' | 'inside'
  /** Only tells askers of the same query apart. */
  asker: Asker
  /** What it found first, by id. */
  entries: readonly string[]
  found: number
}

export type NoteQuery = (payload: Payload, asked: AskedQuery) => void

type Waiting = Omit<AskedQuery, 'asker'> & { id: string; askers: readonly Asker[]; at: string }
type Row = { id: string; askers: Stored | null }
/** A tally as JSON: of each set no more than are asked for. */
type Stored = { day: string; ofDay: string[]; mostOfDay: number; signedIn: string[] }

const queries = behind<Waiting>({
  name: 'queries',
  wait: 2_000,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 2_000,
  // The same query of the same person or address counts once an hour.
  repeat: 60 * 60_000,
  merge: ({ askers }, since) => ({ ...since, askers: [...askers, ...since.askers] }),
  write: writeQueries,
  failed: 'Queries wait to be counted',
})

/**
 * Notes a query that found something. Costs the reader nothing; it is counted some seconds later. Where too many wait
 * it is not counted: others are only offered it later.
 */
export const noteQuery: NoteQuery = (payload, { text: typed, side, asker, entries, found }) => {
  const text = cleanText(typed)
  const form = askedForm(text)
  if (!isKept(text, form)) return
  const id = `${side}:${createHash('sha256').update(form).digest('base64url').slice(0, 24)}`
  // What one person asked cannot be put together.
  const hidden = hiddenFor(id, asker)
  const same = `${id} ${countedAs(hidden)}`
  const askers = [hidden]
  const at = new Date().toISOString()
  const item = { id, text: shown(text), side, askers, at, found, entries }
  queries.add(payload, { key: id, item, same })
}

/** Who asked, by hashes under another key for each query. */
function hiddenFor(id: string, { reader, session, place }: Asker): Asker {
  const hide = (value: string | null) =>
    value === null
      ? null
      : createHmac('sha256', env.secret).update(`${id} ${value}`).digest('base64url').slice(0, 16)
  return { reader: hide(reader), session: hide(session), place: hide(place) }
}

/** Writes what waits, now: before the process ends. */
export const flushQueries = (payload: Payload): Promise<void> => queries.flush(payload)

async function writeQueries(payload: Payload, all: readonly Waiting[]): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    for (const one of all) await write(req, one)
  })
}

/** Words people would type again, in which nothing of a person is found. */
function isKept(text: string, form: string): boolean {
  const { shortest, longest } = popular
  return (
    form.length >= shortest &&
    text.trim().length <= longest &&
    /\p{Script=Han}/u.test(form) &&
    // Shorter than any number of a person, longer than any of a document.
    !/\d{7}/.test(form) &&
    personalNumbers(text).length === 0
  )
}

const shown = (text: string): string =>
  normalisedText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim()

async function write(req: PayloadRequest, one: Waiting): Promise<void> {
  const { id, text, side, askers, at, found } = one
  const collection = 'queries'
  const known = await findOne<Row>({ req, collection, where: byId(id) })
  const tally = tallyOf(known?.askers ?? null)
  for (const asker of askers) takeIn(tally, dayOf(at), asker)
  const data = {
    ...{ askers: stored(tally), askerCount: whoDiffer(tally), askedAt: at, found },
    entries: one.entries.slice(0, 3),
  }
  const count = { $inc: askers.length }
  if (await swap({ req, collection, where: byId(id), data: { ...data, count } })) return
  await insertOnce({ req, collection, data: { id, text, side, count: askers.length, ...data } })
}

/** As it was stored; who was counted by sessions before begins anew. */
function tallyOf(known: Stored | null): Tally {
  if (!known || Array.isArray(known)) return noneAsked()
  return { ...known, ofDay: new Set(known.ofDay), signedIn: new Set(known.signedIn) }
}

/** Enough to be offered is enough to be kept. */
function stored({ ofDay, signedIn, ...tally }: Tally): Stored {
  const some = (all: Set<string>) => [...all].slice(0, popular.askers)
  return { ...tally, ofDay: some(ofDay), signedIn: some(signedIn) }
}

const day = 24 * 60 * 60 * 1000

/** Forgets queries that nobody asked for 90 days. */
export async function purgeQueries(payload: Payload, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - popular.keptDays * day).toISOString()
  await payload.db.deleteMany({
    collection: 'queries',
    where: { askedAt: { less_than: before } },
    req: await createLocalReq({}, payload),
  })
}
