import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { foundCity, hire, unique } from './city'
import { approve, publish, review, saved, submit, take, text, write, type Entry } from './entries'
import { written } from './tellAt'

type Side = { number: string; text: string; passage: string; field: string; from: number }
type Told = { id: string; kind: string; matter: string; one: Side; other: Side }
type Answer = { contradictions: Told[] }

const open = { openToUnits: true, openToPublic: true }

let city: Awaited<ReturnType<typeof foundCity>>
let card: string
let ours: Entry, theirs: Entry

/** What is told to this person of an entry once all that was approved is read. */
async function toldTo(person: Person, { number }: Entry) {
  await written()
  return person.get<Answer>(`/api/entries/${number}/contradictions`)
}
const numbersOf = ({ contradictions }: Answer) => contradictions.map(({ other }) => other.number)

beforeAll(async () => {
  city = await foundCity()
  card = `${unique()}卡`
  const body = text('收费标准：每张20元。', '咨询电话：0640-82116688')
  ours = await publish(city, city.bureau, { ...open, title: `${card}丢了怎样补办？`, body })
  const other = text('补卡收取工本费10元，5个工作日内办结。')
  theirs = await publish(city, city.bureau, { ...open, title: `如何补领${card}？`, body: other })
}, 180_000)

describe('texts that say otherwise', () => {
  it('68.1 are told to whoever may read both, with both passages', async () => {
    const { status, body } = await toldTo(await as('agent'), ours)
    expect(status).toBe(200)
    expect(body.contradictions).toMatchObject([
      {
        ...{ kind: 'fee', matter: 'charge' },
        one: { number: ours.number, text: '20元', passage: '收费标准：每张20元。', field: 'body' },
        other: { number: theirs.number, text: '10元' },
      },
    ])
    const [back] = (await toldTo(city.stranger, theirs)).body.contradictions
    expect(back).toMatchObject({ id: body.contradictions[0]?.id, other: { number: ours.number } })
  })

  it('68.2 are nobody’s without a session, and none of an entry that may not be read', async () => {
    expect((await toldTo(anyone(), ours)).status).toBe(401)
    const closed = { openToUnits: false, openToPublic: false }
    const hidden = await publish(city, city.bureau, { ...closed, title: `${card}补卡怎么办？` })
    expect((await toldTo(city.stranger, hidden)).status).toBe(404)
    expect((await toldTo(city.editor, hidden)).status).toBe(200)
  })

  it('68.3 of a text one may not read nothing is told, nor that there is any', async () => {
    const closed = { openToUnits: false, openToPublic: false }
    const hidden = await publish(city, city.bureau, {
      ...{ ...closed, title: `${card}遗失怎么补办？`, body: text('工本费30元。') },
    })
    const colleague = await hire(city.bureau, 'staff')
    expect(numbersOf((await toldTo(colleague, ours)).body)).toContain(hidden.number)
    expect(numbersOf((await toldTo(city.stranger, ours)).body)).toEqual([theirs.number])
    await take(city.approver, hidden, 'withdraw', {
      ...{ kind: 'expired', sentence: '已停止办理。' },
    })
    expect(numbersOf((await toldTo(colleague, ours)).body)).toEqual([theirs.number])
  })

  it('68.4 are shown to the writer before it is saved, and to the approver who opens it', async () => {
    const draft = await write(city.editor, city.bureau, {
      ...{ ...open, title: `${card}不见了，怎么补办？`, body: text('工本费40元。') },
    })
    await written()
    const looked = await city.editor.post<Answer>(`/api/knowledge/${draft.id}/findings`, {
      body: text('工本费50元。'),
    })
    const said = looked.body.contradictions.map(({ one, other }) => `${one.text} ${other.text}`)
    expect(said.sort()).toEqual(['50元 10元', '50元 20元'])
    await submit(city.editor, draft)
    const opened = (await review(city.approver, draft)).body as unknown as Answer
    expect(numbersOf(opened).sort()).toEqual([ours.number, theirs.number].sort())
  })

  it('68.5 are told no more once one of them is put right', async () => {
    await take(city.editor, theirs, 'revise')
    const changed = await saved(city.editor, theirs, { body: text('补卡收取工本费20元。') })
    await submit(city.editor, changed)
    await approve(city.approver, changed)
    expect(numbersOf((await toldTo(city.editor, ours)).body)).not.toContain(theirs.number)
  })
})
