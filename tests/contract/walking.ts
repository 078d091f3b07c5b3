import { beforeAll, describe, expect, it } from '@jest/globals'
import { BadCursor, type SearchEngine, type SearchQuery } from '@/search/types'
import { DAY, NOW, document, query } from './documents'

const MANY = 330

/** Some equal, some better: more than are ever scored again. */
const texts = Array.from({ length: MANY }, (_, at) =>
  document(`w${String((at * 7919) % 1_000).padStart(3, '0')}`, {
    title: at % 3 === 0 ? `居住证办理第${at}号` : `办事指南第${at}号`,
    text: at % 5 === 0 ? '居住证签注,居住证补领。' : '居住证签注。',
    approvedAt: NOW - (at % 50) * DAY,
  }),
)

/** Going through everything that was found. */
export function walking(engine: () => SearchEngine): void {
  beforeAll(() => engine().put(texts))

  /** All ids by cursor; `between` happens after each page. */
  const walk = async (
    asked: SearchQuery,
    between: (page: number, shown: string[]) => Promise<void> = () => Promise.resolve(),
  ) => {
    const ids: string[] = []
    let cursor: string | undefined
    for (let page = 1; page <= MANY; page++) {
      const { hits, next } = await engine().search({ ...asked, cursor })
      ids.push(...hits.map(({ id }) => id))
      if (next === null) return ids
      expect(hits).toHaveLength(asked.pageSize)
      cursor = next
      await between(page, ids)
    }
    throw new Error('The walk has no end.')
  }
  const turned = async (asked: SearchQuery) => {
    const pages = Math.ceil((MANY + 10) / asked.pageSize)
    const ids: string[] = []
    for (let page = 1; page <= pages; page++) {
      ids.push(...(await engine().search({ ...asked, page })).hits.map(({ id }) => id))
    }
    return ids
  }

  describe.each([
    ['words', '居住证'],
    ['an empty query', ''],
    ['a word with a slip', '居住正'],
  ])('for %s', (_, text) => {
    it.each([17, 100, 150])('meets everything once, as pages of %d show it', async (pageSize) => {
      const asked = query(text, { pageSize })
      const ids = await walk(asked)
      expect(ids).toEqual(await turned(asked))
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength((await engine().search(asked)).total)
    })

    it('meets what is put first once, at the front', async () => {
      const plain = await walk(query(text, { pageSize: 40 }))
      const first = [plain.at(-1), plain[5], plain[60]].flatMap((id) => id ?? [])
      for (const pageSize of [2, 40]) {
        const ids = await walk(query(text, { pageSize, first }))
        expect(ids.slice(0, 3)).toEqual(first)
        expect([...ids].sort()).toEqual([...plain].sort())
      }
    })
  })

  it('goes on from a page that was turned to', async () => {
    for (const text of ['居住证', '']) {
      const asked = query(text, { pageSize: 30 })
      const ids = await turned(asked)
      const { next } = await engine().search({ ...asked, page: 5 })
      const { hits } = await engine().search({ ...asked, cursor: next ?? '' })
      expect(hits.map(({ id }) => id)).toEqual(ids.slice(150, 180))
    }
  })

  it('has nothing behind the last page, and nothing behind nothing', async () => {
    const next = async (asked: SearchQuery) => (await engine().search(asked)).next
    expect(await next(query('居住证', { pageSize: MANY }))).toBeNull()
    expect(await next(query('', { pageSize: MANY - 1 }))).not.toBeNull()
    expect(await next(query('', { page: 9, pageSize: MANY }))).toBeNull()
    expect(await next(query('火星'))).toBeNull()
  })

  it('refuses a cursor that is damaged, made up, or of another search', async () => {
    const { next } = await engine().search(query('居住证'))
    const good = next ?? ''
    const refused = (text: string, cursor: string) =>
      expect(engine().search(query(text, { cursor }))).rejects.toThrow(BadCursor)
    for (const bad of ['', 'x', `${good}x`, good.slice(1), good.slice(0, -1), '[]', '公积金']) {
      await refused('居住证', bad)
    }
    await refused('居住证', 'x'.repeat(100_000))
    await refused('公积金', good)
    for (const other of [{ library: 'plans' }, { theme: 'living' }])
      await expect(engine().search(query('居住证', { cursor: good, ...other }))).rejects.toThrow(
        BadCursor,
      )
    await engine().search(query('居住证', { cursor: good }))
  })

  it.each([
    ['居住证', 2],
    ['', 4],
  ])('walks on through 「%s」 while texts change', async (text, version) => {
    const asked = query(text, { pageSize: 30 })
    const before = await walk(asked)
    const gone = new Set<string>()
    const fresh: string[] = []
    const ids = await walk(asked, async (page, shown) => {
      const leaving = [shown.at(-1), before.find((id) => !shown.includes(id) && !gone.has(id))]
      for (const id of leaving.flatMap((each) => each ?? [])) {
        gone.add(id)
        await engine().remove([{ id, version }])
      }
      const id = `${version}new${page}`
      fresh.push(id)
      await engine().put([document(id, { title: '居住证', approvedAt: NOW })])
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(before.filter((id) => !ids.includes(id) && !gone.has(id))).toEqual([])
    const back = texts.filter(({ id }) => gone.has(id))
    await engine().put(back.map((each) => ({ ...each, version: version + 1 })))
    await engine().remove(fresh.map((id) => ({ id, version })))
  })
}
