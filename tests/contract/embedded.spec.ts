import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { createEmbeddedEngine } from '@/search/engines/embedded/createEmbeddedEngine'
import type { SearchEngine } from '@/search/types'
import { connect } from '@/search/engines/embedded/connection'
import { document, query } from './documents'
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

describe('an index whose fields were other ones', () => {
  it('is replaced by an empty one at the start, which is then filled, and never asked', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'zhiku-index-'))
    const before = createEmbeddedEngine({ root: resolve('.'), dir })
    await before.put([document('one')])
    await before.close()
    const db = connect(join(dir, readFileSync(join(dir, 'current'), 'utf8')))
    db.run("UPDATE meta SET value = '1' || value WHERE key = 'version'")
    db.run('ALTER TABLE documents DROP COLUMN themes')
    db.close()
    const after = createEmbeddedEngine({ root: resolve('.'), dir })
    expect((await after.search(query('办理', { theme: 'birth', facets: true }))).total).toBe(0)
    for await (const { id } of after.scan()) expect(id).toBe('nothing is left of it')
    await after.put([document('one', { themes: ['birth'] })])
    expect((await after.search(query('办理', { theme: 'birth' }))).total).toBe(1)
    await after.close()
    rmSync(dir, { recursive: true, force: true })
  })
})
