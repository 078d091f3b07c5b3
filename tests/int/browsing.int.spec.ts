import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import type { Body, Row } from './answers'
import { found, foundCity, hire, type Unit } from './city'
import { approve, publish, saved, submit, take, text, write, type Entry } from './entries'
import { leadsTo } from './pages'
import { rareWord, whenFound } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person, agent: Person
const citizen = anyone()
beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
})

const toPublic = { openToUnits: true, openToPublic: true }
const pageOf = async (path: string, reader = citizen) => (await reader.fetch(path)).text()

/** Writes and publishes how this unit is reached, into the empty draft that came with it. */
async function publishContact(unit: Unit, phone: string, open: object): Promise<void> {
  const people = { editor: await hire(unit, 'editor'), approver: await hire(unit, 'approver') }
  const { body } = await people.editor.get<Body>(
    `/api/knowledge?where[topic][equals]=contact&where[unit][equals]=${unit.id}&depth=0`,
  )
  const [draft = {} as Row] = body.docs
  const entry = { ...draft, library: 'knowledge' } as unknown as Entry
  const told = await saved(people.editor, entry, {
    ...{ summary: '见正文。', body: text('工作时间接听。'), contact: { phone }, ...open },
  })
  await approve(people.approver, await submit(people.editor, told))
}

describe('信息公开 and 典型案件 for citizens', () => {
  it('list what is open to them by kind, and nothing else, to those signed in too', async () => {
    const news = await publish(city, city.bureau, { kind: 'news', ...toPublic }, 'notices')
    const inside = await publish(city, city.bureau, { kind: 'news', openToUnits: true }, 'notices')
    for (const reader of [citizen, city.editor, centre]) {
      expect(await leadsTo(news, reader, '/notices')).toBe(true)
      expect(await leadsTo(news, reader, '/notices?kind=news')).toBe(true)
      expect(await leadsTo(news, reader, '/notices?kind=announcement')).toBe(false)
      expect(await leadsTo(inside, reader, '/notices?kind=news')).toBe(false)
    }
    await take(city.approver, news, 'close', { to: 'public' })
    expect(await leadsTo(news, citizen, '/notices')).toBe(false)
  })

  it('list a case once it is published and open, and no notice among them', async () => {
    const closed = await write(centre, city.bureau, {}, 'cases')
    await take(centre, closed, 'publish', { confirmed: true })
    const open = await write(centre, city.bureau, { openToPublic: true }, 'cases')
    expect(await leadsTo(open, citizen, '/cases')).toBe(false)
    await take(centre, open, 'publish', { confirmed: true })
    expect(await leadsTo(open, citizen, '/cases')).toBe(true)
    expect(await leadsTo(closed, city.editor, '/cases')).toBe(false)
    expect(await leadsTo(open, citizen, '/notices')).toBe(false)
  })
})

describe('the directory', () => {
  it('tells what a unit has opened to citizens, and leads to 12345 where it has not', async () => {
    const open = await found('department', '市档案馆')
    const closed = await found('department', '市气象局')
    await publishContact(open, '0640-7700123', toPublic)
    await publishContact(closed, '0640-7700456', { openToUnits: true, openToPublic: false })
    for (const reader of [citizen, agent]) {
      const page = await pageOf('/contacts', reader)
      expect(page).toContain('href="tel:06407700123"')
      expect(page).not.toContain('7700456')
      expect(page).toContain(closed.name)
    }
  })
})

type Found = { sure: boolean; hits: { number: string }[] }

describe('a search of citizens', () => {
  it('says that an answer is sure where its own question was asked, and that none is where two have it', async () => {
    const title = `怎样申请${rareWord()}证？`
    const first = await publish(city, city.bureau, { ...toPublic, title })
    await whenFound(agent, first)
    const ask = async () => {
      const { body } = await citizen.get<Found>(`/api/public/search?q=${encodeURIComponent(title)}`)
      return { sure: body.sure, first: body.hits[0]?.number }
    }
    expect(await ask()).toEqual({ sure: true, first: first.number })
    const second = await publish(city, city.bureau, { ...toPublic, title })
    await whenFound(agent, second)
    expect(await ask()).toMatchObject({ sure: false })
    await take(city.approver, second, 'withdraw', { kind: 'inError', sentence: '重复' })
    expect(await ask()).toEqual({ sure: true, first: first.number })
  })
})
