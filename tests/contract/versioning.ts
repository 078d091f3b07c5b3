import { describe, expect, it } from '@jest/globals'
import type { SearchDocument, SearchEngine, VersionedId } from '@/search/types'
import { city, document, query } from './documents'

/** Documents one by one, as a rebuild takes them. */
export async function* stream(
  documents: readonly SearchDocument[],
): AsyncGenerator<SearchDocument> {
  for (const each of documents) yield each
}

/** Versions, removals, rebuilds. */
export function versioning(engine: () => SearchEngine): void {
  const at = (version: number, title = `落户第${version}版`) => document('a', { version, title })
  const known = async () => {
    const all: VersionedId[] = []
    for await (const each of engine().scan()) all.push(each)
    return all.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  describe('versions', () => {
    it('never lets an older version replace a newer one', async () => {
      await engine().put([at(2)])
      await engine().put([at(1)])
      expect(await known()).toEqual([{ id: 'a', version: 2 }])
      expect((await engine().search(query('第1版'))).hits[0]?.version).not.toBe(1)
      await engine().put([at(3), at(1)])
      expect(await known()).toEqual([{ id: 'a', version: 3 }])
    })

    it('replaces the text with the version', async () => {
      await engine().put([at(1, '居住证怎么办')])
      await engine().put([at(2, '养老金怎么领')])
      expect((await engine().search(query('居住证'))).total).toBe(0)
      expect((await engine().search(query('养老金'))).total).toBe(1)
      expect(await engine().suggest({ ...query('居住'), limit: 5 })).toEqual([])
    })

    it('lets a removal stay removed', async () => {
      await engine().put([at(1)])
      await engine().remove([{ id: 'a', version: 2 }])
      await engine().put([at(1)])
      await engine().put([at(2)])
      expect(await known()).toEqual([])
      expect((await engine().search(query('落户'))).total).toBe(0)
      await engine().put([at(3)])
      expect(await known()).toEqual([{ id: 'a', version: 3 }])
    })

    it('remembers a removal of what it never held, and ignores one that is too old', async () => {
      await engine().remove([{ id: 'a', version: 5 }])
      await engine().put([at(4)])
      expect(await known()).toEqual([])
      await engine().put([at(6)])
      await engine().remove([{ id: 'a', version: 5 }])
      expect(await known()).toEqual([{ id: 'a', version: 6 }])
    })

    it('forgets nothing about versions in any order', async () => {
      const steps = [at(3), at(1), { id: 'a', version: 4 }, at(2), { id: 'a', version: 2 }, at(4)]
      for (const step of steps) {
        await ('title' in step ? engine().put([step]) : engine().remove([step]))
      }
      expect(await known()).toEqual([])
    })
  })

  describe('rebuilding', () => {
    it('leaves exactly what it was given', async () => {
      await engine().put([at(1), document('gone')])
      expect(await engine().rebuild(stream(city))).toEqual({ indexed: city.length })
      expect((await known()).map(({ id }) => id)).toEqual(city.map(({ id }) => id).sort())
      expect((await engine().search(query('教材审定'))).hits[0]?.id).toBe('book')
    })

    it('takes the word of what it is given where versions went back', async () => {
      await engine().put([at(9)])
      await engine().rebuild(stream([at(1)]))
      expect(await known()).toEqual([{ id: 'a', version: 1 }])
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
      await engine().rebuild(slowly())
      expect(answers).toHaveLength(city.length)
      expect(answers[0]).toBeGreaterThan(0)
      const ids = (await known()).map(({ id }) => id)
      expect(ids).toEqual(['book', 'bus', 'late', 'price', 'water'])
    })

    it('keeps the old index when what it is given breaks off, and can be asked again', async () => {
      await engine().put([at(1)])
      const broken = async function* () {
        yield document('b')
        throw new Error('the database went away')
      }
      await expect(engine().rebuild(broken())).rejects.toThrow('the database went away')
      expect(await known()).toEqual([{ id: 'a', version: 1 }])
      await engine().rebuild(stream(city))
      expect(await known()).toHaveLength(city.length)
    })
  })
}
