import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getPayload, type SanitizedConfig } from 'payload'
import config from '../../payload.config'
import { env } from '@/env'
import { closeSearchEngine, searchEngine } from '@/search'
import { rebuildIndex } from '@/search/sync/rebuildIndex'
import { engineName } from './machine'

/** How an index was made; megabytes are of 10^6 bytes. */
export type Made = {
  entries: number
  entriesPerSecond: number
  /** Null where another machine holds it. */
  megabytesOnDisk: number | null
  /** Memory of the process, the application included: before, and at most while the index was made. */
  megabytesBefore: number
  megabytesAtMost: number
}

// A process of its own: makes the index of a database that is filled already, and says what it took.
const quiet = { options: { level: 'error' } } as unknown as SanitizedConfig['logger']
const payload = await getPayload({ config: { ...(await config), logger: quiet } })
const made = await madeIndex()
await payload.destroy()
process.send?.({ made }, () => process.exit(0))

async function madeIndex(): Promise<Made> {
  const engine = searchEngine()
  await engine.ping()
  const megabytesBefore = resident()
  let megabytesAtMost = megabytesBefore
  const watch = setInterval(() => (megabytesAtMost = Math.max(megabytesAtMost, resident())), 100)
  const since = performance.now()
  let entries = 0
  await rebuildIndex(payload, engine, { report: (done) => (entries = done) })
  const seconds = (performance.now() - since) / 1_000
  clearInterval(watch)
  await closeSearchEngine()
  return {
    ...{ entries, entriesPerSecond: entries / seconds, megabytesBefore, megabytesAtMost },
    megabytesOnDisk: engineName === 'embedded' ? sizeOf(join(env.dataDir, 'index')) : null,
  }
}

function resident(): number {
  return process.memoryUsage().rss / 1e6
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6
}
