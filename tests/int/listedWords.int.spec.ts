import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { cardNumber, identityNumber } from '../unit/workflow/findings/numbers'
import type { Row } from './answers'
import { foundCity, hire, unique } from './city'
import { history, publish, review, step, submit, text, write, type Entry } from './entries'
import { about } from './log'
import { eventually, offered, rareWord, search, whenFound } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
const identity = identityNumber('13050219800101123')
const mobile = '13812345678'
const card = cardNumber('622848040256489001')
const withNumbers = { body: text(`请找张某（${identity}）`, `手机${mobile}，卡号${card}`) }

type Passage = { kind: string; field: string; passage: string }
type Opened = { findings: string[]; passages: Passage[]; submittedWith: Row | null }

const opened = async (person: Person, entry: Entry) =>
  (await review(person, entry)).body as unknown as Opened
const decided = async (person: Person, entry: Entry, name: string) =>
  (await history(person, entry)).find((decision) => decision.step === name)

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
})

describe('listed words', () => {
  it('23.24 are there from the first start, with what to say instead', async () => {
    const { body } = await centre.get<{ listedWords: Row[] }>('/api/globals/settings')
    const words = new Map(body.listedWords.map((row) => [row.word, row.advice]))
    for (const word of ['精神病', '可能', '大概', '原则上', '其他材料', '健在证明'])
      expect(words.get(word)).toBeTruthy()
  })

  const word = `忌语${unique()}`
  const list = (listedWords: object[]) => centre.post('/api/globals/settings', { listedWords })

  it('23.10 are kept by the centre alone, each once, and every change is on record', async () => {
    expect((await list([{ word, advice: '请说清楚' }])).status).toBe(200)
    const lines = await about('settings')
    expect(lines.at(-1)).toMatchObject({ details: { wordsAdded: [`${word}：请说清楚`] } })
    expect((await list([{ word }, { word }])).status).toBe(400)
    for (const person of [city.editor, city.approver, await as('operator')]) {
      const sent = { listedWords: [] }
      expect((await person.post('/api/globals/settings', sent)).status).toBe(403)
    }
  })

  it('23.11 are found in every text from then on, with what to say instead, and counted', async () => {
    await list([{ word, advice: '请说清楚' }])
    const said = { category: city.bureau.categories.policies, summary: `这里写了${word}。` }
    const entry = await write(city.editor, city.bureau, said)
    const { passages } = await opened(city.editor, entry)
    expect(passages).toMatchObject([
      { kind: 'listedWord', field: 'summary', passage: `这里写了${word}。`, advice: '请说清楚' },
    ])
    expect(await step(city.editor, entry, 'submit')).toMatchObject({
      ...{ status: 400, body: { code: 'findingsUnconfirmed', fields: ['listedWord'] } },
    })
    await submit(city.editor, entry, { findings: ['listedWord'] })
    expect(await decided(city.editor, entry, 'submit')).toMatchObject({
      details: { findings: { listedWord: 1 }, named: ['listedWord'] },
    })
    await list([])
    expect(await opened(city.approver, entry)).toMatchObject({
      ...{ findings: [], submittedWith: { counts: { listedWord: 1 } } },
    })
  })

  it('23.21 keep what others asked from being offered, as long as they are listed', async () => {
    const asked = rareWord()
    const titled = { openToUnits: true, title: `${asked}怎么领取?` }
    const agent = await as('agent')
    await whenFound(agent, await publish(city, city.bureau, titled))
    for (const person of [agent, centre, city.approver]) await search(person, `${asked}领取`)
    const now = async (isOffered: boolean) => {
      const texts = isOffered ? [`${asked}领取`] : []
      const ask = () => offered(agent, asked)
      expect(await eventually(ask, ({ length }) => length === texts.length)).toEqual(texts)
    }
    await now(true)
    await list([{ word: asked }])
    await now(false)
    await list([])
    await now(true)
  }, 120_000)

  it('23.12 are not told to who may not read the text', async () => {
    const entry = await write(city.editor, city.bureau, withNumbers)
    const stranger = await hire(city.elsewhere, 'editor', 'approver')
    expect((await step(stranger, entry, 'submit')).status).toBe(404)
    expect((await review(stranger, entry)).status).toBe(404)
  })
})
