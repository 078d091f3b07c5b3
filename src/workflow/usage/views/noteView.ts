import { AsyncResource } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { readRows } from '@/tables'
import { inTransaction } from '../../inTransaction'
import { insert } from '../../store'
import { rollUpViews } from './rollUpViews'

/** Who opened which live text where: a person or a machine by its id, anybody else as an anonymous session. */
export type View = {
  entry: string
  channel: 'desk' | 'portal' | 'system'
} & ({ reader: string; session?: undefined } | { reader?: undefined; session: string })

export type NoteView = (payload: Payload, view: View) => void

/** How long a view may wait for others to be written with it, in milliseconds. */
const wait = 2_000
/** How long they wait when the database took nothing. */
const pauseAfterFailure = 10_000
/** Counts are rolled up by the minute. */
const minute = 60_000
/** Repeats within an hour do not count. */
const repeat = 60 * minute
/** Rows written in one transaction, which nobody else may write beside. */
const batch = 200

type Views = {
  /** By entry and viewer: each once. */
  waiting: Map<string, View & { at: string }>
  /** Entries whose count is behind. */
  seen: Set<string>
  writing: Promise<void> | null
  /** What is to come: writing what waits, counting what was seen. */
  timers: Map<typeof writeAll, NodeJS.Timeout>
}

// A bundle may hold this module twice; what is counted is counted once.
const shared = globalThis as unknown as Record<symbol, Views | undefined>
const views: Views = (shared[Symbol.for('zhiku.views')] ??= {
  waiting: new Map(),
  seen: new Set(),
  writing: null,
  timers: new Map(),
})

/** A timer belongs to whoever set it; the transaction of a request must not be joined after it. */
const outside = new AsyncResource('zhiku.views')

/** 阅读次数: notes that a live text was opened. Costs the reader nothing; it is counted within a minute. */
export const noteView: NoteView = (payload, view) => {
  const key = keyOf(view)
  if (views.waiting.has(key)) return
  views.waiting.set(key, { ...view, at: new Date().toISOString() })
  plan(writeAll, payload, wait)
}

/** Writes and counts what waits, now: before the process ends. */
export async function flushViews(payload: Payload): Promise<void> {
  await writeAll(payload)
  for (const timer of views.timers.values()) clearTimeout(timer)
  views.timers.clear()
  await rollUp(payload)
}

async function writeAll(payload: Payload): Promise<void> {
  while (views.waiting.size > 0) {
    views.writing ??= outside
      .runInAsyncScope(writeSome, null, payload)
      .finally(() => (views.writing = null))
    await views.writing
  }
  if (views.seen.size > 0) plan(rollUp, payload, minute)
}

/** Views leave the queue once they are written: what fails is tried again. */
async function writeSome(payload: Payload): Promise<void> {
  const some = [...views.waiting].slice(0, batch)
  const counted = await withoutRepeats(
    payload,
    some.map(([, view]) => view),
  )
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => insertAll(req, counted))
  for (const [key] of some) views.waiting.delete(key)
  for (const { entry } of counted) views.seen.add(entry)
}

async function insertAll(req: PayloadRequest, counted: readonly View[]): Promise<void> {
  for (const view of counted) {
    await insert({ req, collection: 'views', data: { id: randomUUID(), ...view } })
  }
}

type Waiting = View & { at: string }

async function withoutRepeats(payload: Payload, some: readonly Waiting[]): Promise<Waiting[]> {
  const rows = await readRows(payload, {
    collection: 'views',
    where: {
      and: [
        { entry: { in: some.map(({ entry }) => entry) } },
        { at: { greater_than: new Date(Date.now() - repeat).toISOString() } },
        {
          or: [
            { reader: { in: some.flatMap(({ reader }) => reader ?? []) } },
            { session: { in: some.flatMap(({ session }) => session ?? []) } },
          ],
        },
      ],
    },
    columns: ['entry', 'reader', 'session'],
    limit: 0,
  })
  const known = new Set((rows as View[]).map(keyOf))
  return some.filter((view) => !known.has(keyOf(view)))
}

const keyOf = ({ entry, reader, session }: Pick<View, 'entry' | 'reader' | 'session'>) =>
  JSON.stringify([entry, reader ?? null, session ?? null])

async function rollUp(payload: Payload): Promise<void> {
  const entries = [...views.seen]
  views.seen.clear()
  try {
    await outside.runInAsyncScope(rollUpViews, null, payload, entries)
  } catch (error) {
    for (const entry of entries) views.seen.add(entry)
    throw error
  }
}

function plan(work: typeof writeAll, payload: Payload, delay: number): void {
  if (views.timers.has(work)) return
  const run = async () => {
    views.timers.delete(work)
    try {
      await work(payload)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Views wait to be counted' })
      plan(work, payload, pauseAfterFailure)
    }
  }
  views.timers.set(work, setTimeout(() => outside.runInAsyncScope(() => void run()), delay).unref())
}
