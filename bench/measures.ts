/** How good one list of answers is; all four look at the first ten. */
export type Measures = { mrr10: number; hit1: number; hit10: number; ndcg10: number }

const DEPTH = 10

/** An entry found twice counts once; `relevant` may be many, all of the same worth. */
export function measure(found: readonly string[], relevant: readonly string[]): Measures {
  const wanted = new Set(relevant)
  const ranks = found
    .slice(0, DEPTH)
    .flatMap((id, at, all) => (wanted.has(id) && all.indexOf(id) === at ? [at + 1] : []))
  const gain = (places: readonly number[]) =>
    places.reduce((total, rank) => total + 1 / Math.log2(rank + 1), 0)
  const best = gain([...wanted].slice(0, DEPTH).map((_, at) => at + 1))
  return {
    mrr10: ranks[0] ? 1 / ranks[0] : 0,
    hit1: ranks[0] === 1 ? 1 : 0,
    hit10: ranks.length > 0 ? 1 : 0,
    ndcg10: best > 0 ? gain(ranks) / best : 0,
  }
}

export function mean(all: readonly Measures[]): Measures {
  const of = (key: keyof Measures) =>
    all.reduce((total, each) => total + each[key], 0) / Math.max(1, all.length)
  return { mrr10: of('mrr10'), hit1: of('hit1'), hit10: of('hit10'), ndcg10: of('ndcg10') }
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Every k-th of them, so that about `limit` are left, spread over all; of each kind the same share. */
export function everyKth<Item>(
  items: readonly Item[],
  limit: number | null,
  kindOf: (item: Item) => string,
): Item[] {
  const step = limit === null ? 1 : Math.max(1, Math.round(items.length / limit))
  const seen = new Map<string, number>()
  return items.filter((item) => {
    const kind = kindOf(item)
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    return before % step === 0
  })
}
