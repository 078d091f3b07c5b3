import { usualSynonyms } from '@/search/text/words'
import { createLanguage } from '@/search/text/vocabulary'
import type { SearchEngine, SearchQuery } from '@/search/types'
import { NOW, type Judged } from '../judgedSets'
import { mean, measure, percentile, type Measures } from '../measures'

export type Figures = {
  kinds: Record<string, { queries: number } & Measures>
  latencyMs: { p50: number; p95: number }
}

const language = createLanguage([], usualSynonyms)

/** Asks one after the other, so that a time is a query's own. */
export async function askAll(engine: SearchEngine, queries: readonly Judged[]): Promise<Figures> {
  const byKind = new Map<string, Measures[]>()
  const milliseconds: number[] = []
  for (const { text, relevant, kind } of queries) {
    const begun = performance.now()
    const { hits } = await engine.search(queryOf(text))
    milliseconds.push(performance.now() - begun)
    const found = measure(
      hits.map(({ id }) => id),
      relevant,
    )
    byKind.set(kind, [...(byKind.get(kind) ?? []), found])
  }
  const kinds = [...byKind].map(
    ([kind, all]) => [kind, { queries: all.length, ...mean(all) }] as const,
  )
  return {
    kinds: Object.fromEntries(kinds),
    latencyMs: { p50: percentile(milliseconds, 0.5), p95: percentile(milliseconds, 0.95) },
  }
}

/** A query as the desk of a centre asks it, with what a new city's vocabulary says. */
export function queryOf(text: string): SearchQuery {
  const vocabulary = language.touching(text)
  return { text, vocabulary, audience: { sees: 'everything' }, now: NOW, page: 1, pageSize: 10 }
}
