import { Mutex, withTimeout } from 'async-mutex'
import { APIError } from 'payload'

/** Ends one's turn; the next in the queue goes on. */
export type Leave = () => void

/** The refusal of a write that waited too long, shown to whoever sent it. */
export function busy(): APIError {
  return new APIError(
    '系统正忙，请稍后再试。The database is busy; please try again in a moment.',
    503,
    { code: 'busy' },
    true,
  )
}

/** One at a time, first come first served; who waits longer than `wait` milliseconds is refused. */
export function createQueue(wait: number): () => Promise<Leave> {
  const mutex = withTimeout(new Mutex(), wait)
  return () =>
    mutex.acquire().catch(() => {
      throw busy()
    })
}
