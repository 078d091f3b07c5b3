import type { Payload } from 'payload'
import type { SearchEngine } from '../types'
import { compareIndex } from './compareIndex'
import { rebuildIndex } from './rebuildIndex'
import { liveRowsOf } from './rows'
import { toSearchDocument } from './toSearchDocument'

const AT_ONCE = 100

/** Makes the index equal to the live rows again and says how many entries it put right. */
export async function reconcile(payload: Payload, engine: SearchEngine): Promise<number> {
  const { missing, surplus, isAhead, isEmpty } = await compareIndex(payload, engine)
  if (isAhead || (isEmpty && missing.length > 0)) {
    return (await rebuildIndex(payload, engine)).indexed
  }
  if (surplus.length > 0) await engine.remove(surplus)
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const rows = await liveRowsOf(payload, missing.slice(from, from + AT_ONCE))
    await engine.put(rows.map(toSearchDocument))
  }
  return missing.length + surplus.length
}
