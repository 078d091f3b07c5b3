import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { SearchEngine } from '@/search/types'
import { asking } from './asking'
import { counting } from './counting'
import { city } from './documents'
import { filtering } from './filtering'
import { hostile } from './hostile'
import { interleaving } from './interleaving'
import { pinning } from './pinning'
import { rebuilding } from './rebuilding'
import { retrieving } from './retrieving'
import { sourceOf } from './sources'
import { spelling } from './spelling'
import { suggesting } from './suggesting'
import { versioning } from './versioning'
import { walking } from './walking'
import { watching } from './watching'

/** Makes engines over places of their own, so that one can be closed and opened again. */
export type EngineFactory = {
  /** An engine over a new, empty place. */
  empty(): Promise<SearchEngine>
  /** Closes it and opens another over the same place. */
  reopen(engine: SearchEngine): Promise<SearchEngine>
  /** How many sequences of changes are tried; each empties the engine anew, which may cost a second. */
  sequences: number
  /** Closes what is open and takes the places away. */
  clear(): Promise<void>
}

/** What every engine keeps, whichever it is. */
export function searchEngineContract(name: string, factory: EngineFactory): void {
  describe(`the search port over ${name}`, () => {
    describe('reading', () => {
      let engine: SearchEngine
      beforeAll(async () => {
        engine = await factory.empty()
        await engine.put(city)
      })
      afterAll(() => factory.clear())
      retrieving(() => engine)
      hostile(() => engine)
    })

    describe.each([
      ['asking', asking],
      ['spelling', spelling],
      ['filtering', filtering],
      ['putting first', pinning],
      ['counting', counting],
      ['walking', walking],
      ['suggesting', suggesting],
      ['watching who sees what', watching],
    ])('%s', (_, feature) => {
      let engine: SearchEngine
      beforeAll(async () => {
        engine = await factory.empty()
      })
      afterAll(() => factory.clear())
      feature(() => engine)
    })

    describe('writing', () => {
      let engine: SearchEngine
      beforeAll(async () => {
        engine = await factory.empty()
      })
      // A rebuild from nothing forgets everything; starting an engine for each test takes a second.
      beforeEach(() => engine.rebuild(sourceOf([])))
      afterAll(() => factory.clear())
      versioning(() => engine)
      interleaving(() => engine, factory.sequences)
      rebuilding(
        () => engine,
        async () => {
          engine = await factory.reopen(engine)
        },
      )

      it('keeps what it knows when closed and opened again', async () => {
        await engine.put(city)
        await engine.remove([{ id: 'bus', version: 5 }])
        engine = await factory.reopen(engine)
        await engine.put(city.filter(({ id }) => id === 'bus'))
        const known: string[] = []
        for await (const { id } of engine.scan()) known.push(id)
        expect(known.sort()).toEqual(['book', 'etc', 'fund', 'price', 'water'])
      })

      it('answers a ping while open and rejects after it was closed', async () => {
        await engine.ping()
        await engine.close()
        await expect(engine.ping()).rejects.toThrow()
      })
    })
  })
}
