import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Contact } from '@/reading/readContact'
import type { Entry as ReadEntry } from '@/reading/readEntry'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity, hire } from './city'
import { approve, publish, saved, submit, take, text, type Entry } from './entries'
import { seen, tell, told } from './tasks'
import { written } from './tellAt'

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person
let open: Entry
beforeAll(async () => {
  city = await foundCity()
  agent = await as('agent')
  open = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
})

const read = async (person: Person, { number }: Entry, way = '/api') =>
  (await person.get<ReadEntry>(`${way}/entries/${number}`)).body

describe('可信度', () => {
  it('56.1 says how often the text was used on calls, and that a correction of it is open', async () => {
    expect(await read(agent, open)).toMatchObject({
      reliability: { level: 'recent', uses: 0, openCorrections: 0 },
    })
    await agent.post(`/api/entries/${open.number}/used`, {})
    await agent.post(`/api/entries/${open.number}/used`, {})
    await written()
    expect((await read(agent, open)).reliability).toMatchObject({ level: 'recent', uses: 2 })
    await told(agent, { kind: 'correction', entry: open.number, sentence: '电话换了。' })
    expect((await read(city.stranger, open)).reliability).toMatchObject({
      ...{ level: 'questioned', openCorrections: 1, uses: 0 },
    })
    const listed = await city.stranger.get<{ entries: object[] }>(
      `/api/entries?unit=${city.bureau.id}`,
    )
    expect(listed.body.entries).toEqual([
      expect.objectContaining({ number: open.number, doubt: 'questioned' }),
    ])
  })

  it('56.2 is not told to citizens, nor to who reads as they do', async () => {
    expect((await read(anyone(), open, '/api/public')).reliability).toBeNull()
    expect((await read(await as('auditor'), open)).reliability).toBeNull()
  })
})

describe('用上了', () => {
  it('56.3 is taken back by whoever told it, and by nobody else', async () => {
    const path = `/api/entries/${open.number}`
    const { body } = await agent.post<{ id: string }>(`${path}/used`, { search: randomUUID() })
    const sent = { use: body.id }
    expect(await city.stranger.post(`${path}/notUsed`, sent)).toMatchObject(
      refusal(404, 'notFound'),
    )
    expect(await anyone().post(`${path}/notUsed`, sent)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await agent.post(`${path}/notUsed`, {})).toMatchObject(refusal(400, 'badParameter'))
    expect(await agent.post(`${path}/notUsed`, sent)).toMatchObject({
      ...{ status: 200, body: { id: body.id, number: open.number } },
    })
    expect(await agent.post(`${path}/notUsed`, sent)).toMatchObject(refusal(404, 'notFound'))
  })
})

describe('与上次阅读相比', () => {
  it('56.4 says what changed to who read the text before, and to nobody who did not', async () => {
    const entry = await publish(city, city.bureau, { openToUnits: true })
    await read(agent, entry)
    await written()
    const revised = await saved(city.editor, await take(city.editor, entry, 'revise'), {
      summary: '带身份证和户口簿到窗口办理。',
    })
    await approve(city.approver, await submit(city.editor, revised))
    const since = async (person: Person) =>
      (await person.get<{ since: unknown }>(`/api/entries/${entry.number}/lastRead`)).body.since
    expect(await since(agent)).toMatchObject({
      revision: entry.revision,
      changes: [{ field: 'summary' }],
    })
    expect(await since(city.stranger)).toBeNull()
  })

  it('56.5 is nothing of a text one may not read', async () => {
    const closed = await publish(city, city.bureau)
    const path = `/api/entries/${closed.number}/lastRead`
    expect(await city.stranger.get(path)).toMatchObject(refusal(404, 'notFound'))
  })
})

describe('联络方式 of a unit', () => {
  const contactOf = (person: Person, unit: string) =>
    person.get<{ contact: Contact | null; entries: { title: string }[] }>(
      `/api/units/${unit}/contact`,
    )

  it('56.6 is read in one step from what the reader may see of it, and nothing is told of more', async () => {
    const category = city.bureau.categories.details
    const { body } = await city.editor.get<{ docs: { id: string; title: string }[] }>(
      `/api/knowledge?where[category][equals]=${category}&depth=0`,
    )
    const draft = body.docs.find(({ title }) => title.includes('联络方式'))
    expect(draft).toBeDefined()
    const { body: known } = await city.editor.get<Entry>(`/api/knowledge/${draft?.id}?depth=0`)
    const contact = { phone: '0550-3012345', hours: '工作日 9:00–17:00' }
    const filled = await saved(
      city.editor,
      { ...known, library: 'knowledge' },
      {
        ...{ summary: '请在工作时间来电。', openToUnits: false, openToPublic: false, contact },
        body: text('请在工作时间来电。'),
      },
    )
    await approve(city.approver, await submit(city.editor, filled))
    expect((await contactOf(agent, city.bureau.id)).body).toMatchObject({
      ...{ contact, entries: [{ number: filled.number }] },
    })
    expect((await contactOf(city.stranger, city.bureau.id)).body).toEqual({
      ...{ contact: null, entries: [] },
    })
    expect(await contactOf(anyone(), city.bureau.id)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await contactOf(agent, 'a b')).toMatchObject(refusal(400, 'badParameter'))
  })
})

describe('whoever reads at the desk', () => {
  it('56.7 tells of what is wrong and of what is missing: staff, editors and approvers of other units too', async () => {
    for (const role of ['staff', 'editor', 'approver'] as const) {
      const person = await hire(city.elsewhere, role)
      const wrong = { kind: 'correction', entry: open.number, sentence: '窗口搬了。' }
      expect(await seen(person, (await told(person, wrong)).id)).toMatchObject({ state: 'open' })
      await told(person, { kind: 'gap', query: `${role}没有找到的话怎么办` })
    }
    const auditor = await as('auditor')
    expect(await tell(auditor, { kind: 'gap', query: '怎么办' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
  })
})
