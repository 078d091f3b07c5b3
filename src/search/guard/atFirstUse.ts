import type { SearchEngine } from '../types'

/** The engine that `load` makes, which is loaded when it is first asked for something; what fails to load, rejects. */
export function atFirstUse(load: () => Promise<SearchEngine>): SearchEngine {
  let loading: Promise<SearchEngine> | null = null
  const engine = () => (loading ??= load())
  return {
    put: async (documents) => (await engine()).put(documents),
    remove: async (removals) => (await engine()).remove(removals),
    search: async (query) => (await engine()).search(query),
    suggest: async (query) => (await engine()).suggest(query),
    rebuild: async (source) => (await engine()).rebuild(source),
    scan: async function* () {
      yield* (await engine()).scan()
    },
    ping: async () => (await engine()).ping(),
    close: async () => (await engine()).close(),
  }
}
