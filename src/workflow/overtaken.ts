import type { PayloadRequest } from 'payload'
import type { Entry } from './entry'

/** When this process last finished writing a new state, by the entry's id; of the newest `most` entries. */
const written = new Map<string, number>()
const most = 1000

/** To be told once a new state is written for good and before anybody hears of it. */
export function noteWritten({ id }: Pick<Entry, 'id'>): void {
  written.delete(id)
  written.set(id, Date.now())
  for (const oldest of written.keys()) {
    if (written.size <= most) return
    written.delete(oldest)
  }
}

/**
 * Did the state change after this was asked for? Whoever pressed 退回 on a pending text while a colleague
 * approved it has not asked to take back what is approved. `server.mjs` notes when a request arrived; the
 * record's own moment is taken before it is written, so what arrived in between is known here only, and
 * with several processes by the one that wrote. Who sends `seenState` with the step needs none of this.
 */
export function isOvertaken(req: PayloadRequest, { id, stateSince }: Entry): boolean {
  const arrived = Number(req.headers?.get('x-zhiku-arrived') ?? Number.NaN)
  return Math.max(Date.parse(stateSince), written.get(id) ?? 0) > arrived
}
