import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { env } from '@/env'
import { createFront, type Front } from '@/front'
import { once } from '@/once'
import { followedUpdates } from '@/reading/updates'
import { startSync } from '@/search/sync/startSync'
import { flushReadings } from '@/workflow/audit/readings'
import { makeDigests } from '@/workflow/telling/mailing/makeDigests'
import { makeUpdateDigests } from '@/workflow/telling/mailing/makeUpdateDigests'
import { sendMails } from '@/workflow/telling/mailing/sendMails'
import { createDeliver } from '@/workflow/telling/mailing/transport'
import { freezeReports, showReports } from '@/workflow/reporting/freeze'
import { remindReads } from '@/workflow/promoting/remindReads'
import { remind } from '@/workflow/telling/remind'
import { tellUnusual } from '@/workflow/usage/demand/tellUnusual'
import { countWhatIsBehind, flushCounts } from '@/workflow/usage/counts'
import { prepareDayKeys } from '@/workflow/usage/dayKeys'
import { countSearchesBehind } from '@/workflow/usage/searchCounts'
import { countShownBehind } from '@/workflow/usage/shows'
import { purgeUsage } from '@/workflow/usage/purgeUsage'
import { flushSearches } from '@/workflow/usage/searches'
import { settleSearches } from '@/workflow/usage/settleSearches'
import { flushViews } from '@/workflow/usage/views'
import { purgeTrash } from '@/workflow/step/purgeTrash'
import { flushQueries, purgeQueries } from '@/workflow/usage/searching/noteQuery'
import { listenForCommands } from './controlSocket'
import { takeDataLock } from './dataLock.mjs'
import { makeReady } from './makeReady'

/** server.mjs lies outside Next's bundle and finds here what it serves. */
const served = once<{ front?: Front; stop?: () => Promise<void> }>('served', () => ({}))

const hour = 60 * 60 * 1000

/** Starts everything that runs beside Next, once in a process, and hands the lean path to server.mjs. */
export async function serve(): Promise<void> {
  // `next build` runs the instrumentation too when it renders pages; it must open no database.
  if (env.isBuilding) return
  takeDataLock(env.dataDir)
  const payload = await getPayload({ config })
  await makeReady(payload)
  await countWhatIsBehind(payload)
  await purge(payload)
  const purging = setInterval(() => {
    purge(payload).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'Purging failed; tried again in an hour.' })
    })
  }, hour)
  const stopTelling = startTelling(payload)
  const stopSync = await startSync(payload)
  const stopListening = await listenForCommands(payload, env.dataDir)

  served.front = createFront({ payload })
  served.stop = async () => {
    clearInterval(purging)
    stopTelling()
    await stopListening()
    await stopSync()
    for (const flush of [flushReadings, flushSearches, flushViews, flushCounts, flushQueries])
      await flush(payload).catch((error: unknown) => payload.logger.error(error))
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
  await countSearchesBehind(payload)
  await purgeUsage(payload)
}

const minute = 60_000
const turnsAnHour = 60

/** Reminders and what is frozen each hour, mails each minute, unusual demand each five; returns how to stop. */
function startTelling(payload: Payload): () => void {
  // A test that holds the clock itself asks for it by `telling`.
  if (env.hasFaultPoints) return () => {}
  const deliver = createDeliver()
  let minutes = 0
  const stops = [
    repeat(payload, { each: minute, work: turn, failed: 'Telling people failed' }),
    repeat(payload, {
      each: 5 * minute,
      work: () => tellUnusual(payload),
      failed: 'Looking for unusual demand failed',
    }),
  ]
  return () => stops.forEach((stop) => stop())

  async function turn(): Promise<void> {
    if (minutes % turnsAnHour === 0) {
      await remind(payload)
      await freezeReports(payload)
      await showReports(payload)
      await remindReads(payload)
    }
    minutes += 1
    await makeDigests(payload)
    await makeUpdateDigests(payload, followedUpdates)
    await sendMails(payload, deliver)
  }
}

type Work = { each: number; work: () => Promise<unknown>; failed: string }

/** Never beside itself; what fails is tried at the next turn. Returns how to stop. */
function repeat(payload: Payload, { each, work, failed }: Work): () => void {
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    work()
      .catch((error: unknown) => payload.logger.error({ err: error, msg: failed }))
      .finally(() => {
        isBusy = false
      })
  }, each)
  return () => clearInterval(timer)
}
