import { createHash, createHmac } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { popular } from '@/access/searching'
import { cleanText } from '@/cleanText'
import { env } from '@/env'
import { askedForm, normalisedText } from '@/search/text/normalise'
import { behind } from '@/tables/behind'
import { personalNumbers } from '../../findings/personalNumbers'
import { inTransaction } from '../../inTransaction'
import { byId, findOne, insertOnce, swap } from '../../store'

/** A query that found something, and who asked it: never stored as such. */
type AskedQuery = {
  text: string
  /** `public`: asked by citizens; `inside`: by people and systems that see more than they. */
  side: 'public' | 'inside'
  /** The person, system or session; only tells askers of the same query apart. */
  asker: string
  /** What it found first, by id. */
  entries: readonly string[]
  found: number
}

export type NoteQuery = (payload: Payload, asked: AskedQuery) => void

type Waiting = Omit<AskedQuery, 'asker'> & { id: string; askers: ReadonlySet<string>; at: string }
type Row = { id: string; askers: string[] | null }

const queries = behind<Waiting>({
  name: 'queries',
  wait: 2_000,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 2_000,
  // The same query of the same asker counts once an hour.
  repeat: 60 * 60_000,
  merge: ({ askers }, since) => ({ ...since, askers: new Set([...askers, ...since.askers]) }),
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
  // Another key for each query: what one person asked cannot be put together.
  const same = createHmac('sha256', env.secret).update(`${id} ${asker}`).digest('base64url')
  const askers = new Set([same.slice(0, 16)])
  const at = new Date().toISOString()
  const item = { id, text: shown(text), side, askers, at, found, entries }
  queries.add(payload, { key: id, item, same })
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
  const all = [...new Set([...(known?.askers ?? []), ...askers])].slice(0, popular.askers)
  const data = {
    ...{ askers: all, askerCount: all.length, askedAt: at, found },
    entries: one.entries.slice(0, 3),
  }
  const count = { $inc: askers.size }
  if (await swap({ req, collection, where: byId(id), data: { ...data, count } })) return
  await insertOnce({ req, collection, data: { id, text, side, count: askers.size, ...data } })
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
