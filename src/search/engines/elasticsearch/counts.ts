import type { Client } from '@elastic/elasticsearch'
import type { Counts } from '../../ranking/plan'

/**
 * How many documents hold each of these words. The vectors of a document made up of them carry the counts
 * of the index's own dictionary, which costs a look-up each instead of a search.
 */
export async function countsOf(
  client: Client,
  index: string,
  words: readonly string[],
): Promise<Counts> {
  if (words.length === 0) return { size: 0, of: () => 0 }
  const { term_vectors: vectors } = await client.termvectors({
    index,
    doc: { all: words.join(' ') },
    fields: ['all'],
    term_statistics: true,
    field_statistics: true,
    positions: false,
    offsets: false,
    payloads: false,
  })
  const terms = vectors?.all?.terms ?? {}
  return {
    size: Math.max(0, vectors?.all?.field_statistics?.doc_count ?? 0),
    of: (word) => (Object.hasOwn(terms, word) ? (terms[word]?.doc_freq ?? 0) : 0),
  }
}
