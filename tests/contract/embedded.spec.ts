import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { SearchEngine } from '@/search/types'
import { searchEngineContract } from './searchEngine'

const places = new Map<SearchEngine, string>()

function open(dir: string): SearchEngine {
  const engine = createEmbeddedEngine({ root: resolve('.'), dir })
  places.set(engine, dir)
  return engine
}

searchEngineContract('SQLite', {
  sequences: 30,
  empty: async () => open(mkdtempSync(join(tmpdir(), 'zhiku-index-'))),
  reopen: async (engine) => {
    await engine.close()
    return open(places.get(engine) ?? '')
  },
  clear: async () => {
    for (const [engine, dir] of places) {
      await engine.close()
      rmSync(dir, { recursive: true, force: true })
    }
    places.clear()
  },
})
