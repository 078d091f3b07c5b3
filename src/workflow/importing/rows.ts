import type { Payload, Where } from 'payload'
import { countRows, readRows } from '@/tables'
import type { OutcomeOfRow, StoredRow } from './batch'

export const pageSize = 50

/** A page of a batch's rows in the order of the sheet, and how many there are in all. */
export async function rowsOfBatch(
  payload: Payload,
  asked: { batch: string; outcome?: OutcomeOfRow; result?: StoredRow['result']; page: number },
): Promise<{ rows: StoredRow[]; total: number }> {
  const { batch, outcome, result, page } = asked
  const collection = 'importRows'
  const where: Where = {
    and: [
      { batch: { equals: batch } },
      ...(outcome ? [{ outcome: { equals: outcome } }] : []),
      ...(result ? [{ result: { equals: result } }] : []),
    ],
  }
  const [rows, total] = await Promise.all([
    readRows(payload, {
      ...{ collection, where, sort: 'line' },
      ...{ limit: pageSize, offset: (page - 1) * pageSize },
    }),
    countRows(payload, { collection, where }),
  ])
  return { rows: rows as StoredRow[], total }
}
