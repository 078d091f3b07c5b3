import fc from 'fast-check'
import type { Audience } from '@/access/audience'
import type { SearchDocument, SearchFilters } from '@/search/types'
import { DAY, NOW, document } from './documents'

/** A county with two offices below it, and a bureau that stands alone. */
const units = [
  { unit: 'county', unitAbove: null },
  { unit: 'north', unitAbove: 'county' },
  { unit: 'south', unitAbove: 'county' },
  { unit: 'bureau', unitAbove: null },
]
const openness = [
  { openToUnits: false, openToPublic: false },
  { openToUnits: true, openToPublic: false },
  { openToUnits: true, openToPublic: true },
]
const instants = [NOW - 400 * DAY, NOW - DAY, NOW - 1, NOW, NOW + 1, NOW + DAY]
/** On both sides of every edge of freshness. */
const approvals = [0, 7, 30, 90, 365].flatMap((days) => [
  NOW - days * DAY,
  NOW - days * DAY - 1,
  NOW - days * DAY + 1,
])

export const libraries = ['knowledge', 'notices', 'plans', 'cases']
/** Of the document, none to several; a key may begin as another does. */
const themes = [[], ['birth'], ['birth', 'birth-late'], ['school', 'birth']]
export const categories = ['', 'services', 'policies']

/** Documents of all kinds that hold one of these words in the title, in the text or nowhere. */
export function randomDocuments(words: readonly string[], size: number) {
  const written = fc.record({
    word: fc.constantFrom(...words),
    where: fc.constantFrom('title', 'text', 'nowhere'),
    library: fc.constantFrom(...libraries),
    category: fc.constantFrom(...categories),
    themes: fc.constantFrom(...themes),
    place: fc.constantFrom(...units),
    open: fc.constantFrom(...openness),
    validFrom: fc.option(fc.constantFrom(...instants), { freq: 2 }),
    validUntil: fc.option(fc.constantFrom(...instants), { freq: 2 }),
    approvedAt: fc.constantFrom(...approvals),
  })
  return fc.array(written, { minLength: size, maxLength: size }).map((all) =>
    all.map(({ word, where, place, open, ...facts }, at): SearchDocument => {
      const id = `r${at}`
      const title = where === 'title' ? `${word}登记第${at}号` : `登记第${at}号`
      const text = where === 'text' ? `本文说明${word}。` : '本文说明流程。'
      return document(id, { ...place, ...open, ...facts, title, text })
    }),
  )
}

export const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>({ sees: 'everything' }),
  fc.constant<Audience>({ sees: 'public' }),
  fc.record({
    sees: fc.constant('units' as const),
    own: fc.constantFrom('county', 'north', 'bureau', 'elsewhere'),
    below: fc.boolean(),
  }),
)

/** Filters beside the audience, each there or not. */
export function anyFilters(
  documents: readonly SearchDocument[],
): fc.Arbitrary<Partial<SearchFilters>> {
  return fc.record(
    {
      library: fc.constantFrom(...libraries),
      unit: fc.constantFrom('county', 'north', 'bureau', 'elsewhere'),
      category: fc.constantFrom('services', 'policies'),
      theme: fc.constantFrom('birth', 'late', 'school', ''),
      approvedSince: fc.constantFrom(...approvals),
      exclude: fc.subarray(documents.map(({ id }) => id)),
    },
    { requiredKeys: [] },
  )
}
