import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { putRows, type Row } from '@/tables'
import { inTransaction } from '../inTransaction'

/** Rows written in one transaction. */
const atOnce = 500

/** Writes these rows, some at a time, so that others write between. Rejects as the database does; what was written stays. */
export async function putInTurns(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
): Promise<void> {
  const req = await createLocalReq({}, payload)
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce)
    await inTransaction(req, () => putRows({ req, collection, rows: some }))
  }
}
