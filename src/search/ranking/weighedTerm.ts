import type { Term } from '../text/terms'

/** A term with the number of documents that hold it; never more than the index holds in all. */
export type WeighedTerm = Term & { count: number; rarity: number }

/** How much a term tells that this many of all documents hold: BM25's inverse document frequency. */
export function rarityOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5))
}
