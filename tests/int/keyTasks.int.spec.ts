import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal } from './answers'
import { foundCity, hotline, unique } from './city'
import { openKey } from './key'
import { publish, write } from './entries'
import { look, seen, take, taken, tell, told } from './tasks'

let city: Awaited<ReturnType<typeof foundCity>>
let crm: Person
let assistant: Person
let reader: Person

type Page = { tasks: { id: string }[]; total: number }
const listed = async (person: Person) => (await person.get<Page>('/api/tasks')).body
const asked = () => `${unique()} ${unique()}`

beforeAll(async () => {
  city = await foundCity()
  const { id: unit } = await hotline()
  crm = await openKey({ unit, audience: 'agent', mayTell: true, name: '工单系统' })
  assistant = await openKey({ unit, audience: 'public', mayTell: true })
  reader = await openKey({ unit, audience: 'agent' })
})

describe('the key of a system that may tell', () => {
  it('60.40 tells of a gap, which lies with the unit as told by this system', async () => {
    const query = asked()
    const { id } = await told(crm, {
      kind: 'gap',
      query,
      unit: city.bureau.id,
      words: '来电未答复',
    })
    const task = await seen(city.editor, id)
    expect(task).toMatchObject({ kind: 'gap', state: 'open', about: query })
    expect(task.reports).toMatchObject([
      { channel: 'system', byName: '工单系统', words: '来电未答复' },
    ])
  })

  it('60.41 tells of an error in what it reads, and of nothing in what it does not', async () => {
    const inside = await publish(city, city.bureau, { openToUnits: true })
    const wrong = { kind: 'correction', entry: inside.number, sentence: '地址搬了。' }
    const { id } = await told(crm, wrong)
    expect((await seen(city.editor, id)).reports).toMatchObject([{ channel: 'system' }])
    expect(await tell(assistant, wrong)).toMatchObject(refusal(404, 'notFound'))
    const draft = await write(city.editor, city.bureau)
    const unread = await tell(crm, { ...wrong, entry: draft.number })
    expect(unread).toMatchObject(refusal(404, 'notFound'))
  })

  it('60.42 reads the end of what it told, not by whom, and no other task', async () => {
    const { id } = await told(crm, { kind: 'gap', query: asked(), unit: city.bureau.id })
    const other = await told(assistant, { kind: 'gap', query: asked(), unit: city.bureau.id })
    await taken(city.approver, id, 'refuse', { reason: '不属于受理范围。' })
    const task = await seen(crm, id)
    expect(task).toMatchObject({ state: 'refused', answer: '不属于受理范围。', steps: [] })
    expect(task.history.map(({ byName }) => byName)).toEqual([null, null])
    expect(await look(crm, other.id)).toMatchObject(refusal(404, 'notFound'))
    expect((await listed(crm)).tasks.map((one) => one.id)).not.toContain(other.id)
    expect((await listed(assistant)).tasks.map((one) => one.id)).toEqual([other.id])
    expect((await listed(assistant)).total).toBe(1)
  })

  it('60.43 takes no step and asks units for nothing', async () => {
    const { id } = await told(crm, { kind: 'gap', query: asked(), unit: city.bureau.id })
    expect(await take(crm, id, 'take')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await take(crm, id, 'draft')).toMatchObject(refusal(401, 'notSignedIn'))
    const request = { kind: 'request', units: [city.bureau.id], sentence: '请补充' }
    const refused = await tell(crm, { ...request, due: '2099-01-01' })
    expect(refused).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('60.44 is refused as others are beyond its rate, and one without this right at once', async () => {
    const { id: unit } = await hotline()
    const slow = await openKey({ unit, audience: 'agent', mayTell: true, rate: 2 })
    await told(slow, { kind: 'gap', query: asked(), unit: city.bureau.id })
    expect((await slow.get('/api/tasks')).status).toBe(200)
    const more = await tell(slow, { kind: 'gap', query: asked(), unit: city.bureau.id })
    expect(more).toMatchObject(refusal(429, 'tooManyRequests'))
    const gap = { kind: 'gap', query: asked(), unit: city.bureau.id }
    expect(await tell(reader, gap)).toMatchObject(refusal(401, 'notSignedIn'))
    expect((await reader.get('/api/tasks')).status).toBe(401)
  })

  it('60.45 reads a gap that others told of before in its own words, and what it may not read of it is not named', async () => {
    const [one, other] = [unique(), unique()]
    const gap = { kind: 'gap', unit: city.bureau.id }
    const { id } = await told(city.editor, { ...gap, query: `${one} ${other}` })
    const again = await told(assistant, { ...gap, query: `${other} ${one}`, words: '来电追问' })
    expect(again).toMatchObject({ id, isNew: false })
    const draft = await write(city.editor, city.bureau)
    await taken(city.editor, id, 'link', { entry: draft.number, sentence: '内部口径' })
    const task = await seen(assistant, id)
    expect(task).toMatchObject({ about: `${other} ${one}`, entry: null, count: 2 })
    expect(task.history.map(({ sentence, entry }) => [sentence, entry])).toEqual([
      [null, null],
      [null, null],
    ])
    const asked = await assistant.get<Page>(`/api/tasks?entry=${draft.number}`)
    expect(asked.body.tasks).toEqual([])
  })

  it('60.46 is one task for all its callers who find the same text wrong', async () => {
    const text = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    const wrong = { kind: 'correction', entry: text.number }
    const { id } = await told(assistant, { ...wrong, sentence: '地址搬了。' })
    expect((await told(assistant, { ...wrong, sentence: '电话打不通。' })).id).toBe(id)
    expect((await told(crm, { ...wrong, sentence: '地址搬了。' })).id).not.toBe(id)
    expect(await seen(city.editor, id)).toMatchObject({ count: 2, about: '地址搬了。' })
  })

  it('60.47 is not deleted once it told of something, and is switched off', async () => {
    const { id: unit } = await hotline()
    const key = await openKey({ unit, audience: 'public', mayTell: true })
    await told(key, { kind: 'gap', query: asked(), unit: city.bureau.id })
    const operator = await as('operator')
    const address = `/api/systems/${key.id}`
    expect(await operator.delete(address)).toMatchObject(refusal(409, 'wrongState'))
    expect((await operator.patch(address, { enableAPIKey: false })).status).toBe(200)
    expect((await key.get('/api/tasks')).status).toBe(401)
  })
})
