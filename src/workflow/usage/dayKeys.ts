import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { once } from '@/once'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { insertOnce } from '../store'

const length = 24 * 60 * 60 * 1000

/** By the day in Asia/Shanghai. */
const keys = once('dayKeys', () => new Map<string, string>())

/**
 * Random bytes of a day, by which its citizens are told apart: the same in every process. When the day is over they are
 * deleted, and nobody can tell from what is on record who it was, also who knows the secret and tries all addresses.
 */
export function dayKey(day: string): string {
  const known = keys.get(day)
  if (known) return known
  // Nobody prepared it, as where the database took nothing for an hour: this process has its own.
  const own = made()
  keys.set(day, own)
  return own
}

const made = (): string => randomBytes(32).toString('base64url')

/** Makes the keys of today and tomorrow known, and forgets all others. */
export async function prepareDayKeys(payload: Payload, now = new Date()): Promise<void> {
  const days = [dayOf(now), dayOf(new Date(now.getTime() + length))]
  const req = await createLocalReq({}, payload)
  const where = { id: { in: days } }
  const stored = async () =>
    readRows(payload, { collection: 'dayKeys', columns: ['id', 'key'], where, limit: 0 })
  const before = new Set((await stored()).map(({ id }) => id))
  for (const id of days)
    if (!before.has(id))
      await inTransaction(req, () =>
        insertOnce({ req, collection: 'dayKeys', data: { id, key: made() } }),
      )
  for (const { id, key } of await stored()) keys.set(String(id), String(key))
  for (const day of keys.keys()) if (!days.includes(day)) keys.delete(day)
  await payload.db.deleteMany({ collection: 'dayKeys', where: { id: { not_in: days } }, req })
}
