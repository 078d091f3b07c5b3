/** How good one list of answers is; all four look at the first ten. */
export type Measures = { mrr: number; hit1: number; hit10: number; ndcg: number }

const DEPTH = 10

export function measure(found: readonly string[], relevant: readonly string[]): Measures {
  const ranks = found.slice(0, DEPTH).flatMap((id, at) => (relevant.includes(id) ? [at + 1] : []))
  const gain = (places: readonly number[]) =>
    places.reduce((total, rank) => total + 1 / Math.log2(rank + 1), 0)
  const best = gain(relevant.slice(0, DEPTH).map((_, at) => at + 1))
  return {
    mrr: ranks[0] ? 1 / ranks[0] : 0,
    hit1: ranks[0] === 1 ? 1 : 0,
    hit10: ranks.length > 0 ? 1 : 0,
    ndcg: best > 0 ? gain(ranks) / best : 0,
  }
}

export function mean(all: readonly Measures[]): Measures {
  const of = (key: keyof Measures) =>
    all.reduce((total, each) => total + each[key], 0) / Math.max(1, all.length)
  return { mrr: of('mrr'), hit1: of('hit1'), hit10: of('hit10'), ndcg: of('ndcg') }
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
