import { AsyncResource } from 'node:async_hooks'
import { createLocalReq, type Payload } from 'payload'
import { appendAudit, type NewLine } from './append'

export type NoteReading = (payload: Payload, line: NewLine) => void

/** How long a reading may wait for others to be written with it, in milliseconds. */
const wait = 200
/** How long they wait when the database took nothing. */
const pauseAfterFailure = 1000
/** How long the same reading of the same reader counts as one. */
const repeat = 60_000
/** Rows written in one transaction, which nobody else may write beside. */
const batch = 50
const keptAtMost = 20_000

type Notes = {
  waiting: NewLine[]
  known: Map<string, number>
  flushing: Promise<void> | null
  timer: NodeJS.Timeout | undefined
}

// A bundle may hold this module twice; what is noted is one queue.
const shared = globalThis as unknown as Record<symbol, Notes | undefined>
const notes: Notes = (shared[Symbol.for('zhiku.readings')] ??= {
  waiting: [],
  known: new Map(),
  flushing: null,
  timer: undefined,
})

/** A timer belongs to whoever set it; the transaction of a request must not be joined after it. */
const outside = new AsyncResource('zhiku.readings')

/** Notes that somebody read a non-public text. Costs the reader nothing; it is on record a moment later. */
export const noteReading: NoteReading = (payload, line) => {
  const { by, action, subject, revision, details } = line
  const key = JSON.stringify([by, action, subject, revision, details])
  const now = Date.now()
  // What a machine asks for an agent is counted one by one.
  if (action !== 'key.search' && now - (notes.known.get(key) ?? 0) < repeat) return
  forgetOld(now)
  notes.known.set(key, now)
  notes.waiting.push({ at: new Date(now).toISOString(), ...line })
  if (!notes.timer) later(payload, wait)
}

/** Writes what waits, now: when the log is read or examined, and before the process ends. */
export async function flushReadings(payload: Payload): Promise<void> {
  clearTimeout(notes.timer)
  notes.timer = undefined
  try {
    while (notes.waiting.length > 0) {
      notes.flushing ??= outside
        .runInAsyncScope(write, null, payload)
        .finally(() => (notes.flushing = null))
      await notes.flushing
    }
  } catch (error) {
    later(payload, pauseAfterFailure)
    throw error
  }
}

async function write(payload: Payload): Promise<void> {
  const lines = notes.waiting.slice(0, batch)
  await appendAudit(await createLocalReq({}, payload), lines)
  notes.waiting.splice(0, lines.length)
}

function later(payload: Payload, delay: number): void {
  clearTimeout(notes.timer)
  const flush = () =>
    flushReadings(payload).catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'Readings wait to be recorded' }),
    )
  notes.timer = setTimeout(() => outside.runInAsyncScope(() => void flush()), delay).unref()
}

function forgetOld(now: number): void {
  if (notes.known.size < keptAtMost) return
  for (const [key, at] of notes.known) if (now - at >= repeat) notes.known.delete(key)
  if (notes.known.size >= keptAtMost) notes.known.clear()
}
