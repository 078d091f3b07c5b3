import { beforeAll, describe, expect, it } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Row } from './answers'
import { foundCity, hire, unique } from './city'
import { approve, publish, review, saved, submit, take, write, type Entry } from './entries'

type Part = { text: string; change: string }
type Difference = { field: string; parts?: Part[] }
type Near = Row & { number: string; title: string; state: string | null; isLive: boolean }
type Opened = {
  sinceMyReturn: Difference[] | null
  difference: Difference[] | null
  similar: Near[]
}

let city: Awaited<ReturnType<typeof foundCity>>
const open = { openToUnits: true, openToPublic: true }
const opened = async (person: Person, entry: Entry) =>
  (await review(person, entry)).body as unknown as Opened

beforeAll(async () => {
  city = await foundCity()
})

describe('what changed since the own last return', () => {
  it('23.13 is told to the approver who returned it, word by word, against the revision they returned', async () => {
    const first = await write(city.editor, city.bureau, { summary: '带身份证到窗口办理。' })
    await submit(city.editor, first)
    expect((await opened(city.approver, first)).sinceMyReturn).toBeNull()
    await take(city.approver, first, 'return', { reason: '请写明复印件' })
    const between = await saved(city.editor, first, { summary: '带身份证原件到窗口办理。' })
    const next = await saved(city.editor, between, { summary: '带身份证复印件到窗口办理。' })
    await submit(city.editor, next)
    const { sinceMyReturn } = await opened(city.approver, next)
    expect(sinceMyReturn).toMatchObject([
      {
        field: 'summary',
        parts: [
          { text: '带身份证', change: 'same' },
          { text: '复印件', change: 'added' },
          { text: '到窗口办理。', change: 'same' },
        ],
      },
    ])
    expect((await opened(city.editor, next)).sinceMyReturn).toBeNull()
    const other = await hire(city.bureau, 'approver')
    expect((await opened(other, next)).sinceMyReturn).toBeNull()
  })

  it('23.14 is over once a text was approved, and counts from the last of several returns', async () => {
    const first = await submit(city.editor, await write(city.editor, city.bureau))
    await take(city.approver, first, 'return', { reason: '一' })
    const second = await submit(
      city.editor,
      await saved(city.editor, first, { summary: '第二稿。' }),
    )
    await take(city.approver, second, 'return', { reason: '二' })
    const third = await submit(
      city.editor,
      await saved(city.editor, second, { basis: '某发〔2026〕1号' }),
    )
    const { sinceMyReturn } = await opened(city.approver, third)
    expect(sinceMyReturn?.map(({ field }) => field)).toEqual(['basis'])
    await approve(city.approver, third)
    await take(city.editor, third, 'revise')
    const next = await submit(city.editor, await saved(city.editor, third, { summary: '第四稿。' }))
    const last = await opened(city.approver, next)
    expect(last.sinceMyReturn).toBeNull()
    expect(last.difference?.map(({ field }) => field)).toEqual(['summary'])
  })
})

describe('similar entries', () => {
  const similar = async (person: Person, title: string, more = '', library = 'knowledge') => {
    const path = `/api/${library}/similar?title=${encodeURIComponent(title)}${more}`
    const { status, body } = await person.get<{ entries: Near[] }>(path)
    expect(status).toBe(200)
    return body.entries
  }
  const numbers = (found: Near[]) => found.map(({ number }) => number)
  const titled = (name: string) => ({ title: `如何办理${name}茶园登记？` })

  it('23.15 are those of the own unit with their state, whoever else may not see them yet', async () => {
    const name = unique()
    const draft = await write(city.editor, city.bureau, titled(name))
    const asked = `${name}茶园登记怎么办理`
    const [found] = await similar(city.editor, asked)
    expect(found).toMatchObject({
      ...{ id: draft.id, number: draft.number, title: draft.title },
      ...{ state: 'draft', isLive: false, unit: { id: city.bureau.id, name: city.bureau.name } },
    })
    expect(numbers(await similar(city.approver, asked))).toEqual([draft.number])
    expect(await similar(city.editor, asked, `&except=${draft.id}`)).toEqual([])
    expect(await similar(city.stranger, asked)).toEqual([])
    expect(await similar(city.editor, `${unique()}怎么领取补贴`)).toEqual([])
  })

  it('23.16 are live ones of other units as far as they are open, without where their copy stands', async () => {
    const name = unique()
    const shown = await publish(city, city.bureau, { ...titled(name), ...open })
    const closed = await publish(city, city.bureau, titled(name))
    const asked = `${name}茶园登记如何办理？`
    await eventually(async () => (await similar(city.stranger, asked)).length > 0)
    await take(city.editor, shown, 'revise')
    const next = await saved(city.editor, shown, { title: `如何办理${name}茶园登记和注销？` })
    const [found, ...others] = await similar(city.stranger, asked)
    expect(found).toMatchObject({
      number: shown.number,
      title: shown.title,
      state: null,
      isLive: true,
    })
    expect(others).toEqual([])
    const own = numbers(await similar(city.editor, asked))
    expect(own.sort()).toEqual([shown.number, closed.number].sort())
    await take(city.approver, next, 'withdraw', { kind: 'inError', sentence: '有误' })
    expect(await similar(city.stranger, asked)).toEqual([])
  })

  it('23.17 stand beside the text for who writes and who decides, at most five, the nearest first', async () => {
    const name = unique()
    for (const more of ['', '变更', '注销', '延续', '遗失补领', '信息查询']) {
      await write(city.editor, city.bureau, { title: `如何办理${name}茶园承包登记${more}？` })
    }
    const title = `${name}茶园承包登记怎么办理？`
    const entry = await submit(city.editor, await write(city.editor, city.bureau, { title }))
    for (const person of [city.editor, city.approver]) {
      const { similar: beside } = await opened(person, entry)
      expect(beside).toHaveLength(5)
      expect(beside[0]?.title).toBe(`如何办理${name}茶园承包登记？`)
      expect(numbers(beside)).not.toContain(entry.number)
      const near = beside.map(({ nearness }) => Number(nearness))
      expect(near).toEqual([...near].sort((one, other) => other - one))
    }
  })

  it('23.18 are of the same library, and told to nobody who neither writes nor decides', async () => {
    const name = unique()
    const title = `如何处置${name}山洪预警？`
    const plan = await write(city.editor, city.bureau, { title }, 'plans')
    expect(numbers(await similar(city.editor, title, '', 'plans'))).toEqual([plan.number])
    expect(await similar(city.editor, title)).toEqual([])
    const path = `/api/knowledge/similar?title=${encodeURIComponent(title)}`
    for (const role of ['agent', 'staff', 'operator', 'auditor'] as const) {
      expect(await (await as(role)).get(path)).toMatchObject(refusal(403, 'notAllowed'))
    }
    expect(await anyone().get(path)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await city.editor.get('/api/knowledge/similar')).toMatchObject(refusal(400, 'invalid'))
  })
})

async function eventually(isDone: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(200)) {
    if (await isDone()) return
  }
}
