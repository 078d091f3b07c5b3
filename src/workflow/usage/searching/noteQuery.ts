import { AsyncResource } from 'node:async_hooks'
import { createHash, createHmac } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { popular } from '@/access/searching'
import { env } from '@/env'
import { askedForm, normalisedText } from '@/search/text/normalise'
import { cleanText } from '@/cleanText'
import { personalNumbers } from '../../findings/personalNumbers'
import { inTransaction } from '../../inTransaction'
import { byId, findOne, insertBeside, swap } from '../../store'

/** A query that found something, and who asked it: never stored as such. */
export type AskedQuery = {
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

/** How long a query may wait for others to be written with it, in milliseconds. */
const wait = 2_000
/** How long they wait when the database took nothing. */
const pauseAfterFailure = 10_000
/** The same query of the same asker counts once an hour. */
const repeat = 60 * 60_000
const knownAtMost = 20_000
const waitingAtMost = 2_000

type Waiting = Omit<AskedQuery, 'asker'> & { id: string; askers: Set<string>; at: string }
type Row = { id: string; askers: string[] | null }

type Queries = {
  waiting: Map<string, Waiting>
  known: Map<string, number>
  timer: NodeJS.Timeout | undefined
}

// A bundle may hold this module twice; what is noted is one queue.
const shared = globalThis as unknown as Record<symbol, Queries | undefined>
const queries: Queries = (shared[Symbol.for('zhiku.queries')] ??= {
  waiting: new Map(),
  known: new Map(),
  timer: undefined,
})

/** A timer belongs to whoever set it; the transaction of a request must not be joined after it. */
const outside = new AsyncResource('zhiku.queries')

/** Notes a query that found something. Costs the reader nothing; it is counted some seconds later. */
export const noteQuery: NoteQuery = (payload, { text: typed, side, asker, entries, found }) => {
  const text = cleanText(typed)
  const form = askedForm(text)
  if (!isKept(text, form)) return
  const id = `${side}:${createHash('sha256').update(form).digest('base64url').slice(0, 24)}`
  // Another key for each query: what one person asked cannot be put together.
  const key = createHmac('sha256', env.secret).update(`${id} ${asker}`).digest('base64url')
  const now = Date.now()
  if (now - (queries.known.get(key) ?? -repeat) < repeat) return
  const waiting = queries.waiting.get(id)
  if (!waiting && queries.waiting.size >= waitingAtMost) return
  forgetOld(now)
  queries.known.set(key, now)
  const askers = (waiting?.askers ?? new Set()).add(key.slice(0, 16))
  const at = new Date(now).toISOString()
  queries.waiting.set(id, { id, text: shown(text), side, askers, at, found, entries })
  plan(payload, wait)
}

/** Writes what waits, now: before the process ends. */
export async function flushQueries(payload: Payload): Promise<void> {
  clearTimeout(queries.timer)
  queries.timer = undefined
  const all = [...queries.waiting.values()]
  queries.waiting.clear()
  const req = await createLocalReq({}, payload)
  try {
    await inTransaction(req, async () => {
      for (const one of all) await write(req, one)
    })
  } catch (error) {
    for (const one of all) {
      const since = queries.waiting.get(one.id)
      const askers = new Set([...one.askers, ...(since?.askers ?? [])])
      queries.waiting.set(one.id, { ...(since ?? one), askers })
    }
    throw error
  }
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
  await insertBeside({ req, collection, data: { id, text, side, count: askers.size, ...data } })
}

function plan(payload: Payload, delay: number): void {
  if (queries.timer) return
  const run = async () => {
    try {
      await flushQueries(payload)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Queries wait to be counted' })
      plan(payload, pauseAfterFailure)
    }
  }
  queries.timer = setTimeout(() => outside.runInAsyncScope(() => void run()), delay).unref()
}

function forgetOld(now: number): void {
  if (queries.known.size < knownAtMost) return
  for (const [key, at] of queries.known) if (now - at >= repeat) queries.known.delete(key)
  if (queries.known.size >= knownAtMost) queries.known.clear()
}
