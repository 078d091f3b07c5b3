import type { RebuildSource, SearchDocument, SearchEngine, VersionedId } from '@/search/types'

/** The truth to fill an index from, with a record of where each filling was asked to begin. */
export type Truth = RebuildSource & { begun: (string | null)[] }

/** Documents in their order, each placed by its id; the check compares with them. */
export function sourceOf(documents: readonly SearchDocument[]): Truth {
  const begun: (string | null)[] = []
  return {
    begun,
    documents: async function* (after) {
      begun.push(after)
      await Promise.resolve()
      const from = after === null ? 0 : documents.findIndex(({ id }) => id === after) + 1
      for (const document of documents.slice(from)) yield { place: document.id, document }
    },
    check: async (filled) => {
      const known = new Map<string, number>()
      for await (const { id, version } of filled) known.set(id, version)
      const ids = new Set(documents.map(({ id }) => id))
      const surplus = [...known].filter(([id]) => !ids.has(id))
      return {
        put: documents.filter(({ id, version }) => known.get(id) !== version),
        remove: surplus.map(([id, version]) => ({ id, version })),
      }
    },
  }
}

/** Documents as they come, with which nothing is found wrong. */
export function streamOf(documents: AsyncIterable<SearchDocument>): RebuildSource {
  return {
    documents: async function* () {
      for await (const document of documents) yield { place: document.id, document }
    },
    check: () => Promise.resolve({ put: [], remove: [] }),
  }
}

/** The same truth, whose filling breaks off after so many documents. */
export function brokenAfter(many: number, truth: Truth): Truth {
  return {
    ...truth,
    documents: async function* (after) {
      let given = 0
      for await (const each of truth.documents(after)) {
        if (given++ === many) throw new Error('the database went away')
        yield each
      }
    },
  }
}

/** Everything an engine knows, in the order of ids. */
export async function known(engine: SearchEngine): Promise<VersionedId[]> {
  const all: VersionedId[] = []
  for await (const each of engine.scan()) all.push(each)
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}
