import type { PayloadRequest, Where } from 'payload'
import { readRows } from '@/tables'
import { change } from '../store'

/** What is no more true is said so where it stands, and not deleted: somebody may have read it. */
export const standing: Where = { takenBackAt: { exists: false } }

/** Messages marked by one statement. */
const atOnce = 200

/** Says of these messages that they were told by wrong working days; what was settled meanwhile stays as it is. */
export async function takeBack(
  req: PayloadRequest,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce)
    await change({
      ...{ req, collection: 'messages' },
      where: {
        and: [
          { id: { in: ids.slice(at, at + atOnce) } },
          { settledAt: { exists: false } },
          standing,
        ],
      },
      data: { takenBackAt: now.toISOString() },
    })
}

/**
 * Under which id each of these messages is told now: its own, or the next one after it was taken back, so that both
 * stand in the inbox. Those that were told and stand are left out.
 */
export async function toldAs(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  let asked = new Map(ids.map((id) => [id, id]))
  for (let again = 2; asked.size > 0; again += 1) {
    const known = await isTakenBackBy(req, [...asked.values()])
    const next = new Map<string, string>()
    for (const [id, now] of asked) {
      const isTakenBack = known.get(now)
      if (isTakenBack === undefined) found.set(id, now)
      else if (isTakenBack) next.set(id, `${id}:${again}`)
    }
    asked = next
  }
  return found
}

/** Of each of these messages that is there, whether it was taken back. */
async function isTakenBackBy({ payload }: PayloadRequest, ids: readonly string[]) {
  const rows = await readRows(payload, {
    ...{ collection: 'messages', columns: ['id', 'takenBackAt'], limit: 0 },
    where: { id: { in: [...ids] } },
  })
  return new Map(rows.map(({ id, takenBackAt }) => [String(id), takenBackAt !== null]))
}
