import { circuitBreaker, ConsecutiveBreaker, handleWhen, timeout, TimeoutStrategy } from 'cockatiel'
import { BadCursor, type SearchEngine } from './types'

/** In milliseconds. */
type GuardSettings = {
  /** A reader is answered by the database after this. */
  readLimit: number
  /** A change is tried again later after this. */
  writeLimit: number
  /** After so many failures one after the other nobody waits for the engine any more. */
  failures?: number
  /** How long, until one reader tries it again. */
  rest?: number
}

/**
 * The same engine, which never lets a reader wait long: what it does not answer in time is a failure, and
 * after some failures it rejects at once and is tried again by one reader from time to time. Changes are
 * not held back, since the sync worker keeps them and tries again; they too end at some time.
 */
export function guarded(
  engine: SearchEngine,
  { readLimit, writeLimit, failures = 3, rest = 3_000 }: GuardSettings,
): SearchEngine {
  const within = (limit: number) => timeout(limit, TimeoutStrategy.Aggressive)
  const breaker = circuitBreaker(
    // The asker's mistake says nothing about the engine.
    handleWhen((error) => !(error instanceof BadCursor)),
    { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(failures) },
  )
  const limited = within(readLimit)
  // Not wrapped: a dozen at once would all listen to one signal of the breaker's, and Node would warn of a leak.
  const read = <Answer>(ask: () => Promise<Answer>) => breaker.execute(() => limited.execute(ask))
  const writing = within(writeLimit)
  return {
    ...engine,
    search: (query) => read(() => engine.search(query)),
    suggest: (query) => read(() => engine.suggest(query)),
    put: (documents) => writing.execute(() => engine.put(documents)),
    remove: (removals) => writing.execute(() => engine.remove(removals)),
    ping: () => writing.execute(() => engine.ping()),
  }
}

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
