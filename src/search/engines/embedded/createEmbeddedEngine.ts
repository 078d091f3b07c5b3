import { createHash } from 'node:crypto'
import { placeOf } from '../../paging'
import { hotlineSegmenter } from '../../text/segment'
import { readQuery } from '../../text/terms'
import { hotlineWords } from '../../text/words'
import type {
  PlacedDocument,
  RebuildSource,
  SearchEngine,
  SearchPage,
  Suggestion,
  VersionedId,
} from '../../types'
import { createPool } from './pool'
import type { ReaderQuestion } from './reader'
import { startThread } from '@/threads/startThread'
import type { WriterQuestion } from './writer'

export type EmbeddedSettings = {
  /** Where `package.json` and `src` are. */
  root: string
  /** The folder of the index; made when missing, and nothing else may lie in it. */
  dir: string
}

type Asking = ReaderQuestion extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'file'>
    : never
  : never

const READERS = 2
const READS_WAITING = 200
const READ_LIMIT = 4_000
const READ_STUCK = 60_000
const WRITES_WAITING = 1_000
const FILLED_AT_ONCE = 200

/** SQLite FTS5 in threads of its own: one writes, a few read, the event loop only passes messages. */
export function createEmbeddedEngine({ root, dir }: EmbeddedSettings): SearchEngine {
  const dictionary = createHash('sha256').update(hotlineWords.join('\n')).digest('hex').slice(0, 12)
  const writer = createPool({
    start: () => startThread(root, { script: 'writer', data: { dir, dictionary } }),
    threads: 1,
    waiting: WRITES_WAITING,
    ...{ timeLimit: Infinity, stuckLimit: Infinity },
  })
  const readers = createPool({
    start: () => startThread(root, { script: 'reader', data: {} }),
    threads: READERS,
    waiting: READS_WAITING,
    ...{ timeLimit: READ_LIMIT, stuckLimit: READ_STUCK },
  })
  const write = (question: WriterQuestion) => writer.ask(question)
  let file: Promise<unknown> | null = null
  let isRebuilding = false
  const current = async () => {
    file ??= write({ do: 'open' })
    try {
      return (await file) as string
    } catch (error) {
      // Asked again next time: the folder may be writable by then.
      file = null
      throw error
    }
  }
  const read = async (question: Asking) => readers.ask({ ...question, file: await current() })

  /** All pages that `ask` answers, each asked for behind the last id of the one before. */
  const pages = async function* (ask: (after: string) => Promise<unknown>) {
    for (let after = ''; ;) {
      const page = (await ask(after)) as VersionedId[]
      yield* page
      const last = page.at(-1)
      if (!last) return
      after = last.id
    }
  }

  const fill = async (documents: AsyncIterable<PlacedDocument>) => {
    let batch: PlacedDocument[] = []
    const flush = async () => {
      await write({ do: 'fillRebuild', documents: batch })
      batch = []
    }
    for await (const each of documents) {
      batch.push(each)
      if (batch.length === FILLED_AT_ONCE) await flush()
    }
    if (batch.length > 0) await flush()
  }
  const mend = async ({ put, remove }: Awaited<ReturnType<RebuildSource['check']>>) => {
    await write({ do: 'mendRebuild', put: [], remove })
    for (let from = 0; from < put.length; from += FILLED_AT_ONCE) {
      const some = put.slice(from, from + FILLED_AT_ONCE)
      await write({ do: 'mendRebuild', put: some, remove: [] })
    }
  }
  const rebuild = async (source: RebuildSource) => {
    const place = (await write({ do: 'beginRebuild' })) as string | null
    await fill(source.documents(place))
    await mend(await source.check(pages((after) => write({ do: 'scanRebuild', after }))))
    const done = (await write({ do: 'finishRebuild' })) as { file: string; indexed: number }
    file = Promise.resolve(done.file)
    return { indexed: done.indexed }
  }

  return {
    put: async (documents) => void (await write({ do: 'put', documents })),
    remove: async (removals) => void (await write({ do: 'remove', removals })),
    search: async (query) => {
      // Read here and not in the readers: a dictionary for each thread would be fifty megabytes each.
      const asked = readQuery(query.text, hotlineSegmenter(), query.vocabulary)
      return (await read({ do: 'search', query, asked, place: placeOf(query) })) as SearchPage
    },
    suggest: async (query) => (await read({ do: 'suggest', query })) as Suggestion[],
    rebuild: async (source) => {
      if (isRebuilding) throw new Error('The search index is being rebuilt already.')
      isRebuilding = true
      try {
        return await rebuild(source)
      } finally {
        isRebuilding = false
      }
    },
    scan: () => pages((after) => read({ do: 'scan', after })),
    ping: async () => void (await read({ do: 'ping' })),
    close: async () => {
      await readers.close()
      await write({ do: 'close' }).catch(() => undefined)
      await writer.close()
    },
  }
}
