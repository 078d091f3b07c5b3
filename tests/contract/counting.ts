import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchEngine } from '@/search/types'
import { DAY, NOW, document, query } from './documents'
import { allowedBy, facetsBy } from './oracle'
import { anyAudience, anyFilters, randomDocuments } from './randomDocuments'
import { sourceOf } from './sources'

const words = ['公积金', '居住证', '教材']

/** How many of what was found have which value. */
export function counting(engine: () => SearchEngine): void {
  it('counts nothing where nobody asked', async () => {
    await engine().rebuild(sourceOf([document('a')]))
    expect((await engine().search(query('办理'))).facets).toBeNull()
  })

  it('counts each facet without the filter of its own name', async () => {
    await engine().rebuild(
      sourceOf([
        document('a', {
          ...{ unit: 'north', unitAbove: 'county', category: 'services' },
          themes: ['birth', 'school'],
        }),
        document('b', {
          ...{ unit: 'county', category: 'policies', themes: ['birth'] },
          approvedAt: NOW - 40 * DAY,
        }),
        document('c', {
          unit: 'bureau',
          category: '',
          library: 'plans',
          approvedAt: NOW - 8 * DAY,
        }),
      ]),
    )
    const facets = async (more = {}) =>
      (await engine().search(query('办理', { facets: true, ...more }))).facets
    expect(await facets()).toEqual({
      library: { knowledge: 2, plans: 1 },
      unit: { north: 1, county: 2, bureau: 1 },
      category: { services: 1, policies: 1 },
      theme: { birth: 2, school: 1 },
      freshness: { 7: 1, 30: 2, 90: 3, 365: 3 },
    })
    expect(await facets({ unit: 'county', approvedSince: NOW - 7 * DAY })).toEqual({
      library: { knowledge: 1 },
      unit: { north: 1, county: 1 },
      category: { services: 1 },
      theme: { birth: 1, school: 1 },
      freshness: { 7: 1, 30: 1, 90: 2, 365: 2 },
    })
    expect(await facets({ library: 'nothing' })).toMatchObject({
      library: { knowledge: 2, plans: 1 },
      unit: {},
      freshness: { 7: 0, 30: 0, 90: 0, 365: 0 },
    })
  })

  describe('beside looking at every document', () => {
    it('counts the same, for every audience', async () => {
      await fc.assert(
        fc.asyncProperty(randomDocuments(words, 60), fc.gen(), async (documents, any) => {
          await engine().rebuild(sourceOf(documents))
          for (const text of ['', ...words]) {
            const audience = any(() => anyAudience)
            const filters = any(() => anyFilters(documents))
            const first = any(() => fc.subarray(documents.slice(0, 9).map(({ id }) => id)))
            const asked = query(text, { ...filters, audience, first, facets: true, pageSize: 5 })
            const found = documents.filter(
              (each) => `${each.title}${each.text}`.includes(text) || first.includes(each.id),
            )
            const { total, facets } = await engine().search(asked)
            expect(facets).toEqual(facetsBy(asked, found))
            expect(total).toBe(allowedBy(asked, found).length)
          }
        }),
        { numRuns: 25, endOnFailure: true },
      )
    })
  })
}
