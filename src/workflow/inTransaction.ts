import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { takeBack } from './saving/takeBack'

/** A replica set undoes one of two transactions that meet; after so many times the error is told. */
const tries = 5

/** Runs the work in one transaction where the database has them; joins the one `req` is already in. */
export async function inTransaction<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  for (let again = 1; ; again += 1) {
    const isOurs = await initTransaction(req)
    try {
      const result = await work()
      if (isOurs) await commitTransaction(req)
      return result
    } catch (error) {
      if (isOurs) await killTransaction(req)
      else await takeBack(req)
      if (!isOurs || again === tries || !isConflict(error)) throw error
    }
  }
}

/** Does this database undo what was interrupted? A file does, and a MongoDB replica set. */
export async function hasTransactions({ db }: Payload): Promise<boolean> {
  const id = await db.beginTransaction()
  if (id === null) return false
  await db.rollbackTransaction(id)
  return true
}

/** MongoDB undid a transaction because another one wrote the same row: asked again, it may well pass. */
export function isConflict(error: unknown): boolean {
  const labels = (error as { errorLabels?: unknown } | null)?.errorLabels
  return Array.isArray(labels) && labels.includes('TransientTransactionError')
}
