import { join } from 'node:path'
import { env } from '@/env'
import { once } from '@/once'
import { createElasticsearchEngine } from './engines/elasticsearch/createElasticsearchEngine'
import { createEmbeddedEngine } from './engines/embedded/createEmbeddedEngine'
import { guarded } from './guard/guarded'
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
  if (env.elasticsearch) {
    const engine = createElasticsearchEngine(env.elasticsearch)
    return guarded(engine, { readLimit: CLUSTER_READ_LIMIT, writeLimit: WRITE_LIMIT })
  }
  const engine = createEmbeddedEngine({ root: process.cwd(), dir: join(env.dataDir, 'index') })
  return guarded(engine, { readLimit: EMBEDDED_READ_LIMIT, writeLimit: WRITE_LIMIT })
}

/** Closes the engine where one was made; the next use makes another. */
export async function closeSearchEngine(): Promise<void> {
  const { engine } = used
  delete used.engine
  await engine?.close()
}
