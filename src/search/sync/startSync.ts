import type { Payload } from 'payload'
import { closeSearchEngine, searchEngine } from '@/search'
import { setPoke } from '../poke'
import type { SearchEngine, VersionedId } from '../types'
import { noteReconciled, reconcile } from './reconcile'
import { clearMarks, dirtyRows, liveRowsOf, rowsOf, type ChangeRow } from './rows'
import { toSearchDocument } from './toSearchDocument'

const PAUSE = 1_000
const LONGEST_PAUSE = 30_000
const HOUR = 3_600_000

/**
 * Keeps the index equal to what is live, from now on, and looks hourly whether it is. Resolves when it has
 * caught up, or could not: an engine that fails must not keep the server from starting, since the database
 * answers meanwhile. `now` tells the hours, in milliseconds.
 */
export async function startSync(
  payload: Payload,
  now: () => number = Date.now,
): Promise<() => Promise<void>> {
  let isStopped = false
  let isPoked = false
  let failures = 0
  let reconciledAt = -Infinity
  let wake = () => {}
  const poke = () => {
    isPoked = true
    wake()
  }
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (isPoked || isStopped) wake()
    })
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      failures = 0
    } catch (error) {
      failures++
      payload.logger.error({ err: error, msg: 'The search index could not be brought up to date.' })
    }
  }
  const catchUp = async () => {
    while (!isStopped && (await syncChanges(payload, searchEngine())) > 0);
  }
  const look = async () => {
    const { at, ...found } = await reconcile(payload, searchEngine())
    noteReconciled({ at, ...found })
    reconciledAt = now()
    const isWrong = Object.values(found).some(Boolean)
    const msg = isWrong ? 'The search index was put right.' : 'The search index is in step.'
    payload.logger[isWrong ? 'warn' : 'info']({ msg, ...found })
  }
  const step = () =>
    attempt(async () => {
      if (now() - reconciledAt >= HOUR) await look()
      await catchUp()
    })
  const run = async () => {
    while (!isStopped) {
      await pause(Math.min(LONGEST_PAUSE, PAUSE * 2 ** failures))
      isPoked = false
      if (!isStopped) await step()
    }
  }

  await step()
  setPoke(poke)
  const running = run()
  return async () => {
    isStopped = true
    setPoke(null)
    wake()
    await running
    await closeSearchEngine()
  }
}

const AT_ONCE = 100

/**
 * Takes one batch of changes to the index and says how many rows it was. What the index gets is read
 * again from the database, so repeated, late and interrupted runs do no harm.
 */
export async function syncChanges(payload: Payload, engine: SearchEngine): Promise<number> {
  const dirty = await dirtyRows(payload, AT_ONCE)
  if (dirty.length === 0) return 0
  // Live or not, and the highest change, come from one reading: an entry that goes live a moment later
  // has a higher change, which a removal made of this reading cannot undo.
  const rows = await rowsOf(payload, [...new Set(dirty.map(({ entry }) => entry))])
  const live = await liveRowsOf(payload, entriesOf(rows.filter(({ isLive }) => isLive)))
  await engine.remove(goneOf(rows))
  await engine.put(live.map(toSearchDocument))
  await clearMarks(payload, dirty)
  return dirty.length
}

/** Entries without a live row, each at the highest change of its rows. */
function goneOf(rows: readonly ChangeRow[]): VersionedId[] {
  const live = new Set(entriesOf(rows.filter(({ isLive }) => isLive)))
  const latest = new Map<string, number>()
  for (const { entry, changeSeq } of rows) {
    if (!live.has(entry)) latest.set(entry, Math.max(changeSeq, latest.get(entry) ?? 0))
  }
  return [...latest].map(([id, version]) => ({ id, version }))
}

function entriesOf(rows: readonly ChangeRow[]): string[] {
  return [...new Set(rows.map(({ entry }) => entry))]
}
