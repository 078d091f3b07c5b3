import { join } from 'node:path'
import { env } from '@/env'
import { once } from '@/once'
import { guarded, atFirstUse } from './guarded'
import type { SearchEngine } from './types'

const used = once<{ engine?: SearchEngine }>('search', () => ({}))

/** The engine of this process, made at first use. */
export function searchEngine(): SearchEngine {
  return (used.engine ??= chosenEngine())
}

const WRITE_LIMIT = 60_000
/** Somebody waits on the telephone. */
const CLUSTER_READ_LIMIT = 1_500
/** It gives up sooner by itself, except while its threads are still loading their dictionary. */
const EMBEDDED_READ_LIMIT = 15_000

function chosenEngine(): SearchEngine {
  const readLimit = env.elasticsearch ? CLUSTER_READ_LIMIT : EMBEDDED_READ_LIMIT
  return guarded(atFirstUse(loadEngine), { readLimit, writeLimit: WRITE_LIMIT })
}

/** Loads no other than the chosen one: a cluster's client takes a quarter of a second and eight megabytes. */
async function loadEngine(): Promise<SearchEngine> {
  if (env.elasticsearch) {
    const cluster = await import('./engines/elasticsearch/createElasticsearchEngine')
    return cluster.createElasticsearchEngine(env.elasticsearch)
  }
  const embedded = await import('./engines/embedded/createEmbeddedEngine')
  return embedded.createEmbeddedEngine({ root: process.cwd(), dir: join(env.dataDir, 'index') })
}

/** Closes the engine where one was made; the next use makes another. */
export async function closeSearchEngine(): Promise<void> {
  const { engine } = used
  delete used.engine
  await engine?.close()
}
