import type { Payload } from 'payload'
import { once } from '@/once'
import type { SearchEngine } from '../types'
import { compareSettled, rebuildIndex, type IndexDifference } from './rebuildIndex'
import { liveRowsOf } from './rows'
import { toSearchDocument } from './toSearchDocument'

/** What a look at the index found wrong and put right, in entries. */
export type Reconciled = {
  /** When it was over, in milliseconds since 1970. */
  at: number
  missing: number
  stale: number
  surplus: number
  ahead: number
  /** The index had to be made anew. */
  isRebuilt: boolean
}

const AT_ONCE = 100

/**
 * Makes the index equal to the live rows again, whatever it holds or lost. Where entry by entry does not
 * help, because the index knows later changes than the database, it is made anew.
 */
export async function reconcile(payload: Payload, engine: SearchEngine): Promise<Reconciled> {
  const found = await compareSettled(payload, engine.scan())
  const isRebuilt = !(await putRight(payload, engine, found))
  if (isRebuilt) await rebuildIndex(payload, engine)
  return {
    at: Date.now(),
    missing: found.missing.length,
    stale: found.stale.length,
    surplus: found.surplus.length,
    ahead: found.ahead.length,
    isRebuilt,
  }
}

async function putRight(
  payload: Payload,
  engine: SearchEngine,
  { missing, stale, surplus, ahead, isEmpty }: IndexDifference,
): Promise<boolean> {
  const outdated = [...missing, ...stale]
  if (outdated.length + surplus.length + ahead.length === 0) return true
  if (isEmpty || ahead.length > 0) return false
  if (surplus.length > 0) await engine.remove(surplus)
  for (let from = 0; from < outdated.length; from += AT_ONCE) {
    const rows = await liveRowsOf(payload, outdated.slice(from, from + AT_ONCE))
    await engine.put(rows.map(toSearchDocument))
  }
  // A removal the database no longer knows of, it having been put back to an earlier day, refuses what is put.
  const left = await compareSettled(payload, engine.scan())
  return left.missing.length + left.stale.length + left.surplus.length === 0
}

const looked = once<{ last?: Reconciled }>('reconciled', () => ({}))

/** What was found last in this process; null before the first look. */
export const lastReconciled = (): Reconciled | null => looked.last ?? null

export function noteReconciled(reconciled: Reconciled): void {
  looked.last = reconciled
}
