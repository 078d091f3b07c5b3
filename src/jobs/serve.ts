import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { env } from '@/env'
import { createFront, type Front } from '@/front'
import { endDeskEvents } from '@/front/deskEvents'
import type { Making } from '@/front/pages/renderPage'
import { once } from '@/once'
import { startSync } from '@/search/sync/startSync'
import { followFacts, rebuildFacts } from '@/workflow/facts/keepFacts'
import { countWhatIsBehind, packMonths } from '@/workflow/usage/counts'
import { prepareDayKeys } from '@/workflow/usage/dayKeys'
import { countSearchesBehind } from '@/workflow/usage/searchCounts'
import { countShownBehind } from '@/workflow/usage/shows'
import { purgeUsage } from '@/workflow/usage/purgeUsage'
import { settleSearches } from '@/workflow/usage/settleSearches'
import { purgeTrash } from '@/workflow/step/purgeTrash'
import { purgeQueries } from '@/workflow/usage/searching/noteQuery'
import { listenForCommands } from './controlSocket'
import { takeDataLock } from './dataLock.mjs'
import { makeReady } from './makeReady'
import { repeat } from './repeat'
import { startTelling } from './startTelling'
import { recoverWaiting, writeWaiting } from './writeWaiting'

/** server.mjs lies outside Next's bundle and finds here what it serves; it leaves what makes pages. */
const served = once<{ front?: Front; stop?: () => Promise<void>; making?: Making }>(
  'served',
  () => ({}),
)

const second = 1000
const hour = 60 * 60 * second

/** Starts everything that runs beside Next, once in a process, and hands the lean path to server.mjs. */
export async function serve(): Promise<void> {
  // `next build` runs the instrumentation too when it renders pages; it must open no database.
  if (env.isBuilding) return
  takeDataLock(env.dataDir)
  const payload = await getPayload({ config })
  await makeReady(payload)
  await recoverWaiting(payload)
  await countWhatIsBehind(payload)
  await purge(payload)
  const purging = setInterval(() => {
    purge(payload).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'Purging failed; tried again in an hour.' })
    })
  }, hour)
  const stopped = new AbortController()
  const stopping = { signal: stopped.signal }
  const stopTelling = startTelling(payload)
  // Not before anybody is served: after an update there may be a year of them.
  const stopCounting = repeat(payload, {
    ...{ each: hour, work: () => countSearchesBehind(payload) },
    failed: 'Counting what was asked failed',
  })
  const stopPacking = repeat(payload, {
    ...{ each: hour, work: () => packMonths(payload) },
    failed: 'Adding up months failed',
  })
  const stopFacts = [
    // Behind what is approved by a few seconds, and nobody waits for it.
    repeat(payload, {
      ...{ each: 2 * second, work: () => followFacts(payload, stopping) },
      failed: 'Reading facts failed',
    }),
    repeat(payload, {
      ...{ each: 24 * hour, work: () => rebuildFacts(payload, stopping) },
      failed: 'Holding facts against their texts failed',
    }),
  ]
  const stopSync = await startSync(payload)
  const stopListening = await listenForCommands(payload, env.dataDir)

  served.front = createFront({ payload, making: served.making })
  served.stop = async () => {
    clearInterval(purging)
    endDeskEvents()
    stopTelling()
    stopCounting()
    stopPacking()
    stopFacts.forEach((stop) => stop())
    stopped.abort()
    await stopListening()
    await stopSync()
    await writeWaiting(payload)
    await payload.destroy()
  }
}

/** What has been kept as long as it may be. */
async function purge(payload: Payload): Promise<void> {
  await prepareDayKeys(payload)
  await purgeTrash(payload)
  await purgeQueries(payload)
  await settleSearches(payload)
  await countShownBehind(payload)
  await purgeUsage(payload)
}
