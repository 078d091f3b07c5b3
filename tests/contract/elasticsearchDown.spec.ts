import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dropIndices, elasticsearchUrl as url, ownPrefix } from '../server/elasticsearch.mjs'
import { openDatabase, type Opened } from './openDatabase'

/** More readers than are let wait for a server that does not answer. */
const READERS = 6
const BACK_IN_STEP = 60_000

if (url) {
  describe('an Elasticsearch that hangs while people work', () => {
    const prefix = ownPrefix()
    let opened: Opened
    let site: Site
    let server: number
    let stop: () => Promise<void>

    beforeAll(async () => {
      server = await processOf(url)
      opened = await openDatabase({ ELASTICSEARCH_URL: url, ELASTICSEARCH_INDEX: prefix })
      site = await siteOf(opened)
      stop = await site.start()
    })
    afterAll(async () => {
      process.kill(server, 'SIGCONT')
      await stop()
      await opened.close()
      await dropIndices(url, prefix)
    })

    it('is stood in for by the database, shows nothing withdrawn, and is in step again after', async () => {
      const publish = (title: string) =>
        opened.publish(randomUUID(), { title, plain: title, unit: 'unit' })
      const kept = await publish('彗星观测须知')
      const withdrawn = await publish('彗星观测旧规')
      const revised = await publish('彗星观测路线')
      await site.isInStep()
      expect(await site.ask('彗星观测')).toEqual({
        isDegraded: false,
        ids: [kept, withdrawn, revised].map(({ entry }) => entry).sort(),
      })

      process.kill(server, 'SIGSTOP')
      await opened.closeRow(withdrawn)
      await opened.closeRow(revised)
      const text = { title: '彗星观测新路线', plain: '彗星观测新路线', unit: 'unit' }
      await opened.publish(revised.entry, text)
      const added = await publish('彗星观测补贴')
      site.poke()
      const now = [kept, revised, added].map(({ entry }) => entry).sort()
      for (let reader = 0; reader < READERS; reader++) {
        expect(await site.ask('彗星观测')).toEqual({ isDegraded: true, ids: now })
      }

      process.kill(server, 'SIGCONT')
      await site.isInStep()
      await site.until(async () => !(await site.ask('彗星观测')).isDegraded)
      expect(await site.ask('彗星观测')).toEqual({ isDegraded: false, ids: now })
    })
  })
} else {
  describe('an Elasticsearch that hangs while people work', () => {
    it.skip('skipped: ZHIKU_TEST_ELASTICSEARCH_URL names no server', () => undefined)
  })
}

type Site = Awaited<ReturnType<typeof siteOf>>

/** What a running server does; loaded late, since it reads the settings. */
async function siteOf({ payload, engine }: Opened) {
  const { startSync } = await import('@/search/sync/startSync')
  const { pokeSync } = await import('@/search/poke')
  const { compareIndex } = await import('@/search/sync/rebuildIndex')
  const { searchEntries } = await import('@/reading/search')
  const until = async (isTrue: () => Promise<boolean>) => {
    const end = Date.now() + BACK_IN_STEP
    while (!(await isTrue().catch(() => false))) {
      if (Date.now() > end) throw new Error(`Not within ${BACK_IN_STEP} ms.`)
      await pause(200)
    }
  }
  return {
    until,
    start: () => startSync(payload),
    poke: pokeSync,
    ask: async (text: string) => {
      const audience = { sees: 'everything' } as const
      const asked = { payload, engine: engine(), audience, text, page: 1, now: new Date() }
      const { degraded, hits } = await searchEntries(asked)
      return { isDegraded: degraded, ids: hits.map(({ id }) => id).sort() }
    },
    isInStep: () => {
      pokeSync()
      return until(async () => {
        const { missing, stale, surplus, ahead } = await compareIndex(payload, engine().scan())
        return [missing, stale, surplus, ahead].every((wrong) => wrong.length === 0)
      })
    },
  }
}

/** The process of the one server there, on this machine. */
async function processOf(node: string): Promise<number> {
  const client = new Client({ node })
  const { nodes } = await client.nodes.info({ metric: 'process' })
  await client.close()
  const [only] = Object.values(nodes)
  if (!only?.process) throw new Error('The server does not say which process it is.')
  return only.process.id
}
