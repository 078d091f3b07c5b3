import { describe, expect, it } from '@jest/globals'
import type { SearchEngine } from '@/search/types'
import { document, query } from './documents'
import { known } from './sources'

/** Versions and removals. */
export function versioning(engine: () => SearchEngine): void {
  const at = (version: number, title = `落户第${version}版`) => document('a', { version, title })
  const isKnown = () => known(engine())

  describe('versions', () => {
    it('never lets an older version replace a newer one', async () => {
      await engine().put([at(2)])
      await engine().put([at(1)])
      expect(await isKnown()).toEqual([{ id: 'a', version: 2 }])
      expect((await engine().search(query('第1版'))).hits[0]?.version).not.toBe(1)
      await engine().put([at(3), at(1)])
      expect(await isKnown()).toEqual([{ id: 'a', version: 3 }])
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
      expect(await isKnown()).toEqual([])
      expect((await engine().search(query('落户'))).total).toBe(0)
      await engine().put([at(3)])
      expect(await isKnown()).toEqual([{ id: 'a', version: 3 }])
    })

    it('remembers a removal of what it never held, and ignores one that is too old', async () => {
      await engine().remove([{ id: 'a', version: 5 }])
      await engine().put([at(4)])
      expect(await isKnown()).toEqual([])
      await engine().put([at(6)])
      await engine().remove([{ id: 'a', version: 5 }])
      expect(await isKnown()).toEqual([{ id: 'a', version: 6 }])
    })

    it('forgets nothing about versions in any order', async () => {
      const steps = [at(3), at(1), { id: 'a', version: 4 }, at(2), { id: 'a', version: 2 }, at(4)]
      for (const step of steps) {
        await ('title' in step ? engine().put([step]) : engine().remove([step]))
      }
      expect(await isKnown()).toEqual([])
    })
  })
}
