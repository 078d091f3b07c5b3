import type { Payload } from 'payload'
import { closeSearchEngine, searchEngine } from '@/search'
import { setPoke } from '../poke'
import { noteReconciled, reconcile } from './reconcile'
import { syncChanges } from './syncChanges'

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
