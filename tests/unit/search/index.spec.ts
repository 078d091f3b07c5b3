import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, jest } from '@jest/globals'

const dataDir = mkdtempSync(join(tmpdir(), 'zhiku-search-'))
Object.assign(process.env, { ZHIKU_DATA_DIR: dataDir, ELASTICSEARCH_URL: '' })
const loaded: string[] = []
jest.unstable_mockModule('@elastic/elasticsearch', () => {
  loaded.push('a client')
  return { Client: class {}, errors: {} }
})
const { closeSearchEngine, searchEngine } = await import('@/search')

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

it('an engine that was not chosen is never loaded', async () => {
  await searchEngine().ping()
  expect(searchEngine()).toBe(searchEngine())
  await closeSearchEngine()
  expect(loaded).toEqual([])
})
