import { randomBytes } from 'node:crypto'
import { describe, it } from '@jest/globals'
import { syncEvents } from './syncEvents'

const url = process.env.ZHIKU_TEST_ELASTICSEARCH_URL

if (url) {
  const prefix = `zhiku-test-${randomBytes(4).toString('hex')}`
  syncEvents('Elasticsearch', { ELASTICSEARCH_URL: url, ELASTICSEARCH_INDEX: prefix }, 10)
} else {
  describe('what happens between the database and Elasticsearch', () => {
    it.skip('skipped: ZHIKU_TEST_ELASTICSEARCH_URL names no server', () => undefined)
  })
}
