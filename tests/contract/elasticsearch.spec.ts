import { describe, it } from '@jest/globals'
import { createElasticsearchEngine } from '@/search/engines/elasticsearch/createElasticsearchEngine'
import type { SearchEngine } from '@/search/types'
import { dropIndices, elasticsearchUrl as url, ownPrefix } from '../server/elasticsearch.mjs'
import { searchEngineContract } from './searchEngine'

if (url) {
  const places = new Map<SearchEngine, string>()
  const open = (prefix: string) => {
    const engine = createElasticsearchEngine({ url, prefix })
    places.set(engine, prefix)
    return engine
  }
  searchEngineContract('Elasticsearch', {
    sequences: 12,
    empty: async () => open(ownPrefix()),
    reopen: async (engine) => {
      await engine.close()
      return open(places.get(engine) ?? '')
    },
    clear: async () => {
      for (const engine of places.keys()) await engine.close()
      for (const prefix of new Set(places.values())) await dropIndices(url, prefix)
      places.clear()
    },
  })
} else {
  describe('the search port over Elasticsearch', () => {
    it.skip('skipped: ZHIKU_TEST_ELASTICSEARCH_URL names no server', () => undefined)
  })
}
