import { beforeAll, describe, expect, it } from '@jest/globals'
import { isVisibleTo, type Audience } from '@/access/audience'
import type { Nearness, SearchDocument, SearchEngine, SearchFilters } from '@/search/types'
import { DAY, NOW, document, query } from './documents'

const periods = [
  { validFrom: null, validUntil: null },
  { validFrom: NOW, validUntil: NOW },
  { validFrom: NOW + 1, validUntil: null },
  { validFrom: null, validUntil: NOW - 1 },
  { validFrom: NOW - DAY, validUntil: NOW + DAY },
]
const openness = [
  { openToUnits: false, openToPublic: false },
  { openToUnits: true, openToPublic: false },
  { openToUnits: true, openToPublic: true },
]
const places = [
  { unit: 'county', unitAbove: null },
  { unit: 'office', unitAbove: 'county' },
  { unit: 'bureau', unitAbove: null },
]

/** None, one, and two; one key begins as another does. */
const themesAt = (place: number) => [[], ['birth-late'], ['birth', 'school']][place] ?? []

/** Every place, openness and period once. */
const texts: SearchDocument[] = places.flatMap((place, a) =>
  openness.flatMap((open, b) =>
    periods.map((period, c) =>
      document(`${a}${b}${c}`, {
        ...place,
        ...open,
        ...period,
        title: `落户手续${a}${b}${c}`,
        library: a === 2 ? 'plans' : 'knowledge',
        category: b === 0 ? 'policies' : 'services',
        themes: themesAt(a),
      }),
    ),
  ),
)

const audiences: Audience[] = [
  { sees: 'everything' },
  { sees: 'public' },
  { sees: 'units', own: 'county', below: true },
  { sees: 'units', own: 'county', below: false },
  { sees: 'units', own: 'office', below: true },
  { sees: 'units', own: 'elsewhere', below: true },
]

/** Who sees what, in hits, totals, lists and suggestions. */
export function filtering(engine: () => SearchEngine): void {
  beforeAll(() => engine().put(texts))

  const expectExactly = async (filters: Partial<SearchFilters>, expected: SearchDocument[]) => {
    const ids = expected.map(({ id }) => id).sort()
    for (const text of ['落户手续', '']) {
      const { hits, total } = await engine().search(query(text, { ...filters, pageSize: 100 }))
      expect(hits.map(({ id }) => id).sort()).toEqual(ids)
      expect(total).toBe(ids.length)
      const small = await engine().search(query(text, { ...filters, pageSize: 2 }))
      expect(small.total).toBe(ids.length)
    }
    for (const text of ['落户', 'luohu', 'lhsx']) {
      const some = await engine().suggest({ ...query(text), ...filters, limit: 100 })
      expect(some.map(({ id }) => id).sort()).toEqual(ids)
    }
  }

  describe.each(audiences)('for %o', (audience) => {
    const seen = texts.filter((text) => isVisibleTo(audience, text, NOW))

    it('shows and counts what the audience may see now, and nothing else', () =>
      expectExactly({ audience }, seen))

    it('narrows by library, unit with what lies below, and category', async () => {
      await expectExactly(
        { audience, library: 'plans' },
        seen.filter((text) => text.library === 'plans'),
      )
      await expectExactly(
        { audience, category: 'policies' },
        seen.filter((text) => text.category === 'policies'),
      )
      await expectExactly(
        { audience, unit: 'county' },
        seen.filter((text) => [text.unit, text.unitAbove].includes('county')),
      )
    })

    it('narrows by theme, whichever of its themes that is, and counts each beside the other filters', async () => {
      for (const theme of ['birth', 'school', 'birth-late', 'late', ''])
        await expectExactly(
          { audience, theme },
          seen.filter(({ themes }) => themes.includes(theme)),
        )
      const narrowed = { audience, category: 'policies', theme: 'birth', facets: true }
      const { facets } = await engine().search(query('落户手续', narrowed))
      const policies = seen.filter(({ category }) => category === 'policies')
      const counted = (theme: string) => policies.filter(({ themes }) => themes.includes(theme))
      expect({ birth: 0, school: 0, 'birth-late': 0, ...facets?.theme }).toEqual({
        birth: counted('birth').length,
        school: counted('school').length,
        'birth-late': counted('birth-late').length,
      })
      const ofBirth = seen.filter(({ themes }) => themes.includes('birth'))
      expect({ policies: 0, ...facets?.category }).toMatchObject({
        policies: ofBirth.filter(({ category }) => category === 'policies').length,
      })
    })

    it('takes as of a category what is said to count so too, where the audience and the other filters allow it', async () => {
      const marked = texts.filter(
        ({ unit, category }) => unit !== 'county' && category === 'services',
      )
      const also = { category: 'policies', ids: marked.map(({ id }) => id) }
      const below = seen.filter((text) => [text.unit, text.unitAbove].includes('county'))
      const [policies, services] = ['policies', 'services'].map((key) =>
        below.filter(({ category }) => category === key),
      ) as [SearchDocument[], SearchDocument[]]
      const more = services.filter(({ id }) => also.ids.includes(id))
      const filters = { audience, unit: 'county', also }
      await expectExactly({ ...filters, category: 'policies' }, [...policies, ...more])
      await expectExactly({ ...filters, category: 'services' }, services)
      for (const category of [undefined, 'policies']) {
        const { facets } = await engine().search(
          query('落户手续', { ...filters, category, facets: true }),
        )
        expect({ policies: 0, services: 0, ...facets?.category }).toEqual({
          ...{ policies: policies.length + more.length, services: services.length },
        })
      }
    })

    it('never shows or counts what is excluded', async () => {
      const exclude = seen.slice(0, 3).map(({ id }) => id)
      await expectExactly({ audience, exclude }, seen.slice(3))
    })
  })

  it('judges validity at the instant it is given', async () => {
    const at = (now: number) => engine().search(query('落户手续', { now, pageSize: 100 }))
    const seenAt = (now: number) =>
      texts.filter((text) => isVisibleTo({ sees: 'everything' }, text, now)).length
    for (const now of [NOW - 2 * DAY, NOW - 1, NOW, NOW + 1, NOW + 2 * DAY]) {
      expect((await at(now)).total).toBe(seenAt(now))
    }
  })

  it('finds nothing by words that stand everywhere beside words nobody wrote', async () => {
    expect((await engine().search(query('手续'))).total).toBeGreaterThan(20)
    expect((await engine().search(query('火星 手续'))).total).toBe(0)
  })

  it('puts answers of the caller’s district first and those of others last, and leaves none out', async () => {
    const all = await engine().search(query('落户手续', { pageSize: 100 }))
    for (const nearness of [
      { county: 'own', office: 'own' },
      { bureau: 'own', county: 'other', office: 'other' },
      { office: 'own', bureau: 'other' },
    ] as Record<string, Nearness>[]) {
      const found = await engine().search(query('落户手续', { nearness, pageSize: 100 }))
      const places = found.hits.map(({ id }) => {
        const near = nearness[texts.find((text) => text.id === id)?.unit ?? '']
        return near === 'own' ? 0 : near === 'other' ? 2 : 1
      })
      expect(places).toEqual([...places].sort())
      expect(new Set(places).size).toBeGreaterThan(1)
      expect(found.total).toBe(all.total)
    }
  })

  it('puts the own unit first among equals', async () => {
    const { hits } = await engine().search(query('落户手续', { ownUnit: 'bureau', pageSize: 100 }))
    const units = hits.map(({ id }) => texts.find((text) => text.id === id)?.unit)
    expect(units.slice(0, 3)).toEqual(['bureau', 'bureau', 'bureau'])
  })
}
