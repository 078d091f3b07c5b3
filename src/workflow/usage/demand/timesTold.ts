import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { readRows } from '@/tables'
import { byId, insertOnce, swap } from '../../store'

const collection = 'counters'

/** Of words that were asked nothing but this is kept for good. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url')

const counterOf = (subject: string): string => `alert:${digestOf(subject)}`

/** How often each of these subjects was told as unusual, ever; those that never were are left out. */
export async function timesTold(
  payload: Payload,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (subjects.length === 0) return new Map()
  const rows = await readRows(payload, {
    ...{ collection, columns: ['id', 'value'], limit: 0 },
    where: { id: { in: subjects.map(counterOf) } },
  })
  const values = new Map(rows.map(({ id, value }) => [String(id), Number(value)]))
  return new Map(subjects.map((subject) => [subject, values.get(counterOf(subject)) ?? 0]))
}

/** Notes that a subject was told once more than before: of two that tell it at once, once. */
export async function noteTold(
  req: PayloadRequest,
  subject: string,
  before: number,
): Promise<void> {
  const id = counterOf(subject)
  if (before === 0) return insertOnce({ req, collection, data: { id, value: 1 } })
  const where = { and: [byId(id), { value: { equals: before } }] }
  await swap({ req, collection, where, data: { value: before + 1 } })
}
