import type { PayloadRequest } from 'payload'
import { once } from '@/once'
import type { Entry } from '../entry'

/** `server.mjs` counts requests as they arrive, and notes with each which it was. */
const arrivals = () => once('arrivals', () => ({ count: 0 }))

/** How many requests had arrived when a new state of an entry was written; of the newest `most` entries. */
const written = new Map<string, number>()
const most = 1000

/** To be told once a new state is written for good and before anybody hears of it. */
export function rememberWritten({ id }: Pick<Entry, 'id'>): void {
  written.delete(id)
  written.set(id, arrivals().count)
  for (const oldest of written.keys()) {
    if (written.size <= most) return
    written.delete(oldest)
  }
}

/**
 * Did this request arrive before the state it finds was there? Whoever asked for 退回 of a waiting text while a
 * colleague approved it has not asked to take back what is approved. By the order of arrival and no clock; asked
 * only where the client did not say which state it saw.
 */
export function arrivedBefore(req: PayloadRequest, { id }: Pick<Entry, 'id'>): boolean {
  const arrived = Number(req.headers?.get('x-zhiku-arrived') ?? Number.NaN)
  return (written.get(id) ?? -1) >= arrived
}
