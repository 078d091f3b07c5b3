import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dropIndices } from '../tests/server/elasticsearch.mjs'
import { bundled } from '../scripts/bundled.mjs'
import { env } from '@/env'
import { createElasticsearchEngine } from '@/search/engines/elasticsearch/createElasticsearchEngine'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { PlacedDocument, SearchDocument, SearchEngine } from '@/search/types'
import { Unreadable } from './judgedSets'

export const engines = ['embedded', 'elasticsearch'] as const
export type EngineName = (typeof engines)[number]

/** An engine with an index of its own and the way to take that index away again. */
type TemporaryEngine = { engine: SearchEngine; discard: () => Promise<void> }

/** Fills an engine of its own, lets `work` use it and takes everything away again. */
export async function withEngine(
  documents: readonly SearchDocument[],
  work: (engine: SearchEngine, secondsToFill: number) => Promise<void>,
  name: EngineName = 'embedded',
): Promise<void> {
  const { engine, discard } = name === 'embedded' ? await embedded() : elasticsearch()
  try {
    await engine.ping()
    const begun = performance.now()
    await engine.rebuild({
      documents: () => placed(documents),
      check: () => Promise.resolve({ put: [], remove: [] }),
    })
    await work(engine, (performance.now() - begun) / 1_000)
  } finally {
    await discard()
  }
}

async function embedded(): Promise<TemporaryEngine> {
  await bundled('reader')
  const dir = mkdtempSync(join(tmpdir(), 'zhiku-bench-'))
  const engine = createEmbeddedEngine({ root: resolve('.'), dir })
  return {
    engine,
    discard: async () => {
      await engine.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** An engine on the server that `ELASTICSEARCH_URL` names, with index names of its own. */
function elasticsearch(): TemporaryEngine {
  const { elasticsearch: settings } = env
  if (!settings) {
    throw new Unreadable('--engine elasticsearch needs a server: set ELASTICSEARCH_URL.')
  }
  const prefix = `${settings.prefix}-bench-${process.pid}`
  const engine = createElasticsearchEngine({ ...settings, prefix })
  return {
    engine,
    discard: async () => {
      await engine.close()
      await dropIndices(settings.url, prefix)
    },
  }
}

async function* placed(documents: readonly SearchDocument[]): AsyncGenerator<PlacedDocument> {
  for (const document of documents) yield { place: document.id, document }
}
