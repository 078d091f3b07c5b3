import { describe, expect, it } from '@jest/globals'
import type { SearchDocument, SearchEngine } from '@/search/types'
import { city, comets, document, query } from './documents'
import { brokenAfter, known, sourceOf, streamOf } from './sources'

/** More than any engine writes at once. */
const many = comets(1_200)
const versions = (documents: readonly SearchDocument[]) =>
  documents.map(({ id, version }) => ({ id, version })).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Filling an index anew; `reopen` closes the engine and opens another over the same place. */
export function rebuilding(engine: () => SearchEngine, reopen: () => Promise<void>): void {
  const isKnown = async () => known(engine())

  describe('rebuilding', () => {
    it('leaves exactly what it was given', async () => {
      await engine().put([document('a'), document('gone')])
      expect(await engine().rebuild(sourceOf(city))).toEqual({ indexed: city.length })
      expect(await isKnown()).toEqual(versions(city))
      expect((await engine().search(query('教材审定'))).hits[0]?.id).toBe('book')
    })

    it('takes the word of what it is given where versions went back', async () => {
      await engine().put([document('a', { version: 9 })])
      await engine().rebuild(sourceOf([document('a')]))
      expect(await isKnown()).toEqual([{ id: 'a', version: 1 }])
    })

    it('answers from the old index meanwhile, and takes puts and removals into both', async () => {
      await engine().put(city)
      const answers: number[] = []
      const slowly = async function* () {
        for (const each of city) {
          yield each
          answers.push((await engine().search(query('怎么 办理'))).total)
          if (each.id === 'price') {
            await engine().put([document('late', { title: '居住证签注' })])
            await engine().remove([
              { id: 'fund', version: 7 },
              { id: 'etc', version: 7 },
            ])
            expect((await engine().search(query('居住证签注'))).hits[0]?.id).toBe('late')
          }
        }
      }
      await engine().rebuild(streamOf(slowly()))
      expect(answers).toHaveLength(city.length)
      expect(answers[0]).toBeGreaterThan(0)
      const ids = (await isKnown()).map(({ id }) => id)
      expect(ids).toEqual(['book', 'bus', 'late', 'price', 'water'])
    })

    it('has what it filled checked, and puts right what the check found', async () => {
      const shown: string[] = []
      const { documents } = sourceOf(city)
      await engine().rebuild({
        documents,
        check: async (filled) => {
          for await (const { id } of filled) shown.push(id)
          await engine().put([document('late')])
          return {
            put: [document('missed', { title: '居住证签注' })],
            remove: [{ id: 'etc', version: 1 }],
          }
        },
      })
      expect(shown.sort()).toEqual(city.map(({ id }) => id).sort())
      const ids = (await isKnown()).map(({ id }) => id)
      expect(ids).toEqual(['book', 'bus', 'fund', 'late', 'missed', 'price', 'water'])
      expect((await engine().search(query('居住证签注'))).hits[0]?.id).toBe('missed')
    })

    it('rejects while another is under way', async () => {
      const during = async function* () {
        await expect(engine().rebuild(sourceOf([]))).rejects.toThrow()
        yield document('a')
      }
      await engine().rebuild(streamOf(during()))
      expect(await isKnown()).toEqual([{ id: 'a', version: 1 }])
    })
  })

  describe('a filling that was interrupted', () => {
    it('leaves the old index in use, and the next goes on behind what was written', async () => {
      await engine().put(city)
      const truth = sourceOf(many)
      await expect(engine().rebuild(brokenAfter(1_000, truth))).rejects.toThrow(
        'the database went away',
      )
      expect(await isKnown()).toEqual(versions(city))
      expect(await engine().rebuild(truth)).toEqual({ indexed: many.length })
      expect(truth.begun[0]).toBeNull()
      expect(many.slice(0, 1_000).map(({ id }) => id)).toContain(truth.begun[1])
      expect(await isKnown()).toEqual(versions(many))
      expect((await engine().search(query('彗星观测'))).total).toBe(many.length)
    })

    it('goes on after a new start, and the check makes right what happened meanwhile', async () => {
      await expect(engine().rebuild(brokenAfter(1_000, sourceOf(many)))).rejects.toThrow()
      await reopen()
      const newer = { ...document('m000001', { title: '流星雨观测' }), version: 2 }
      await engine().put([newer, document('fresh')])
      await engine().remove([{ id: 'm000002', version: 2 }])
      const kept = many.filter(({ id }) => !['m000001', 'm000002'].includes(id))
      const truth = sourceOf([newer, ...kept, document('fresh')])
      await engine().rebuild(truth)
      expect(truth.begun).toHaveLength(1)
      expect(truth.begun[0]).not.toBeNull()
      expect(await isKnown()).toEqual(versions([newer, ...kept, document('fresh')]))
      expect((await engine().search(query('流星雨'))).hits[0]).toMatchObject({
        id: 'm000001',
        version: 2,
      })
    })

    it('begins at the beginning again once one was finished', async () => {
      const truth = sourceOf(many.slice(0, 500))
      await engine().rebuild(truth)
      await engine().rebuild(truth)
      expect(truth.begun).toEqual([null, null])
    })
  })
}
