import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isVisibleTo } from '@/access/audience'
import type { SearchDocument, SearchEngine, SearchFilters } from '@/search/types'
import { query } from './documents'
import { allowedBy, facetsBy } from './oracle'
import { anyAudience, anyFilters, randomDocuments } from './randomDocuments'
import { sourceOf } from './sources'

const words = ['公积金', '居住证', '教材']
const ENTRIES = 300
const READERS = 9
const ROUNDS = 2
/** Each entry, for each reader, for each of the words and for no word at all. */
const TRIPLES = ENTRIES * READERS * ROUNDS * (words.length + 1)

/** Nobody is shown what is not for them, and nobody misses what is. */
export function watching(engine: () => SearchEngine): void {
  let triples = 0
  const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id).sort()

  const expectExactly = async (
    text: string,
    filters: SearchFilters,
    documents: readonly SearchDocument[],
  ) => {
    const found = documents.filter((each) => `${each.title}${each.text}`.includes(text))
    const allowed = allowedBy(filters, found)
    const asked = query(text, { ...filters, facets: true, pageSize: ENTRIES })
    const { hits, total, facets } = await engine().search(asked)
    expect(idsOf(hits)).toEqual(idsOf(allowed))
    expect(total).toBe(allowed.length)
    expect(facets).toEqual(facetsBy(filters, found))
    const titled = allowed.filter(({ title }) => text !== '' && title.includes(text))
    const suggested = await engine().suggest({ ...filters, text, limit: ENTRIES })
    expect(idsOf(suggested)).toEqual(idsOf(titled))
    triples += documents.length
  }

  it('shows, counts and suggests exactly what each reader may see', async () => {
    const everyone = fc.array(anyAudience, { minLength: READERS, maxLength: READERS })
    await fc.assert(
      fc.asyncProperty(
        randomDocuments(words, ENTRIES),
        everyone,
        fc.gen(),
        async (documents, readers, any) => {
          await engine().rebuild(sourceOf(documents))
          for (const audience of readers) {
            const { now } = query('')
            const visible = documents.filter((each) => isVisibleTo(audience, each, now))
            expect(allowedBy({ audience, now }, documents)).toEqual(visible)
            for (const text of [...words, '']) {
              const isNarrowed = any(() => fc.boolean())
              const more = isNarrowed ? any(() => anyFilters(documents)) : {}
              await expectExactly(text, { ...more, audience, now }, documents)
            }
          }
        },
      ),
      { numRuns: ROUNDS, endOnFailure: true },
    )
    expect(triples).toBe(TRIPLES)
    expect(triples).toBeGreaterThanOrEqual(20_000)
  })
}
