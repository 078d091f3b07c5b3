import type { ElasticsearchSettings } from '@/env'
import { hotlineSegmenter } from '../../text/segment'
import type { SearchEngine } from '../../types'
import { connect, eachWithoutTexts, withoutTexts } from './client'
import { ensureIndex, indexBehind, namesOf, scan } from './indices'
import { rebuild } from './rebuild'
import { search } from './search'
import { suggest } from './suggest'
import { putting, removing, write, type Change } from './write'

/** An Elasticsearch cluster of version 8 or 9, without any plugin; text reaches it cut into words by us. */
export function createElasticsearchEngine(settings: ElasticsearchSettings): SearchEngine {
  const clients = connect(settings)
  const names = namesOf(settings.prefix)
  let isClosed = false
  let isRebuilding = false
  let ready: Promise<void> | null = null

  const opened = async () => {
    if (isClosed) throw new Error('The search engine is closed.')
    ready ??= ensureIndex(clients.admin, names)
    try {
      await ready
    } catch (error) {
      // Asked again next time: the server may be there by then.
      ready = null
      throw error
    }
  }
  const change = async (changes: readonly Change[]) => {
    if (changes.length === 0) return
    await opened()
    // Looked up each time: whoever writes what was read before the filling began is read by it.
    const isFilling = (await indexBehind(clients.writing, names.filling)) !== null
    const targets = [{ alias: names.write, mayBeGone: false }]
    if (isFilling) targets.push({ alias: names.filling, mayBeGone: true })
    await write(clients.writing, changes, { targets, refresh: true })
  }
  const cluster = async () => {
    await opened()
    return { client: clients.reading, index: names.read, segmenter: hotlineSegmenter() }
  }

  return {
    put: (documents) => withoutTexts(() => change(documents.map(putting(hotlineSegmenter())))),
    remove: (removals) => withoutTexts(() => change(removals.map(removing))),
    search: (query) => withoutTexts(async () => search(await cluster(), query)),
    suggest: (query) => withoutTexts(async () => suggest(await cluster(), query)),
    rebuild: async (source) => {
      if (isRebuilding) throw new Error('The search index is being rebuilt already.')
      isRebuilding = true
      try {
        await withoutTexts(opened)
        const filling = { client: clients.admin, names, segmenter: hotlineSegmenter() }
        return { indexed: await withoutTexts(() => rebuild(filling, source)) }
      } finally {
        isRebuilding = false
      }
    },
    scan: async function* () {
      await withoutTexts(opened)
      yield* eachWithoutTexts(scan(clients.writing, names.read))
    },
    ping: () =>
      withoutTexts(async () => {
        await opened()
        await clients.reading.count({ index: names.read })
      }),
    close: async () => {
      isClosed = true
      await clients.close()
    },
  }
}
