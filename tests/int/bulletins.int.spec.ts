import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ShownBulletin } from '@/reading/bulletins'
import type { PastBulletin, Receipts } from '@/workflow/bulletins/readers'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Row } from './answers'
import { foundCity, hire, hotline } from './city'
import { listen } from './deskEvents'
import { approve, history, publish, step, submit, take, write, type Entry } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open: Awaited<ReturnType<typeof listen>>[] = []

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
}, 180_000)
afterAll(() => open.forEach((stream) => stream.close()))

const desk = async (person: Person) => {
  const stream = await listen(person)
  open.push(stream)
  return stream
}
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString()
const activation = { sentence: '先报值班班长，再逐件登记', until: inDays(1) }

async function plan(more: object = {}): Promise<Entry> {
  const entry = await submit(city.editor, await write(city.editor, city.bureau, more, 'plans'))
  await approve(city.approver, entry)
  return entry
}
const onDesk = async (person: Person, { number }: Entry) => {
  const { body } = await person.get<{ bulletins: ShownBulletin[] }>('/api/desk/bulletins')
  return body.bulletins.find((one) => one.number === number)
}
const receipts = (person: Person, { library, id }: Entry, bulletin: string, who = 'read') =>
  person.get<Receipts>(`/api/${library}/${id}/bulletins/${bulletin}?who=${who}`)

describe('启动预案', () => {
  it('70.1 an approver of its unit and the centre activate it; nobody else does', async () => {
    const entry = await plan({ openToUnits: true })
    for (const person of [city.editor, agent, city.stranger])
      expect(await step(person, entry, 'activate', activation)).toMatchObject(
        refusal(403, 'notAllowed'),
      )
    const closed = await plan()
    expect(await step(city.stranger, closed, 'activate', activation)).toMatchObject(
      refusal(404, 'notFound'),
    )
    await take(city.approver, entry, 'activate', activation)
    expect(await onDesk(agent, entry)).toMatchObject({
      ...{ kind: 'activated', title: entry.title, sentence: activation.sentence },
      ...{ until: activation.until, isRead: false },
    })
    await take(centre, closed, 'activate', activation)
    expect(await onDesk(agent, closed)).toBeDefined()
  })

  it('70.2 is refused with a sentence: without one or an end 400, offline or active already 409', async () => {
    const entry = await plan()
    const asked = (more: object) => step(city.approver, entry, 'activate', more)
    expect(await asked({ ...activation, sentence: ' ' })).toMatchObject(refusal(400, 'incomplete'))
    for (const until of [undefined, 'morgen', inDays(-1), inDays(400), '2026-12-01T10:00:00']) {
      const { status, body } = await asked({ ...activation, until })
      expect([status, body.code, body.detail]).toEqual([
        ...[400, 'invalid', '结束时间须在现在之后、90 天之内。'],
      ])
    }
    const draft = await write(city.editor, city.bureau, {}, 'plans')
    expect(await step(city.approver, draft, 'activate', activation)).toMatchObject(
      refusal(409, 'wrongState'),
    )
    await take(city.approver, entry, 'activate', activation)
    const again = await asked(activation)
    expect([again.status, again.body.detail]).toEqual([
      ...[409, '这条预案已经启动，可以调整结束时间，或先结束再启动。'],
    ])
    const knowledge = await publish(city, city.bureau)
    expect((await step(city.approver, knowledge, 'activate', activation)).status).toBe(404)
  })

  it('70.3 no plain save activates or ends anything', async () => {
    const entry = await plan()
    await take(city.approver, entry, 'activate', activation)
    const sent = { activation: null, activeUntil: inDays(30), startedFrom: entry.revision }
    for (const person of [city.approver, city.editor, centre])
      expect((await person.patch(`/api/plans/${entry.id}`, sent)).status).not.toBe(200)
    for (const path of [`/api/register/${entry.id}`, '/api/receipts/any'])
      expect((await centre.patch(path, sent)).status).toBeGreaterThanOrEqual(400)
    expect(await onDesk(agent, entry)).toMatchObject({ until: activation.until })
  })

  it('70.4 ends by its own step, and with the text that goes offline; all on record', async () => {
    const entry = await plan()
    await take(city.approver, entry, 'activate', activation)
    await take(city.approver, entry, 'reschedule', { until: inDays(3) })
    await take(centre, entry, 'deactivate')
    expect(await onDesk(agent, entry)).toBeUndefined()
    expect(await step(centre, entry, 'deactivate')).toMatchObject(refusal(409, 'wrongState'))
    await take(city.approver, entry, 'activate', activation)
    await take(city.approver, entry, 'withdraw', { kind: 'inError', sentence: '有误' })
    expect(await onDesk(agent, entry)).toBeUndefined()
    const steps = (await history(city.approver, entry)).map((row: Row) => row.step)
    expect(steps.slice(0, 5)).toEqual([
      ...['withdraw', 'activate', 'deactivate', 'reschedule', 'activate'],
    ])
  })
})

describe('推送话务员', () => {
  it('70.5 an approver pushes what is online; only who may read it sees it', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.approver, entry, 'push')
    expect(await onDesk(agent, entry)).toMatchObject({ kind: 'pushed', sentence: null })
    expect(await onDesk(city.editor, entry)).toBeDefined()
    for (const person of [city.stranger, await as('operator')])
      expect(await onDesk(person, entry)).toBeUndefined()
    await take(city.approver, entry, 'open', { to: 'units' })
    expect(await onDesk(city.stranger, entry)).toBeDefined()
    await take(city.approver, entry, 'close', { to: 'units' })
    expect(await onDesk(city.stranger, entry)).toBeUndefined()
    await take(city.approver, entry, 'unpush')
    expect(await onDesk(agent, entry)).toBeUndefined()
  })

  it('70.13 is refused with a sentence for what is online and not in force', async () => {
    const entry = await publish(city, city.bureau, { validFrom: inDays(2), openToUnits: true })
    const answer = await step(city.approver, entry, 'push')
    expect(answer).toMatchObject(refusal(409, 'wrongState'))
    expect(JSON.stringify(answer.body)).toContain('还未生效或已过有效期')
    expect(await onDesk(agent, entry)).toBeUndefined()
  })

  it('70.6 citizens and keys are told of no desk', async () => {
    for (const path of ['/api/desk/bulletins', '/api/desk/events'])
      expect((await anyone().get(path)).status).toBe(401)
  })
})

describe('已阅', () => {
  it('70.7 each person confirms once; approver and centre see who has, and which agents have not', async () => {
    const entry = await plan()
    const newcomer = await hire(await hotline(), 'agent')
    await take(city.approver, entry, 'activate', activation)
    const { id = '' } = (await onDesk(agent, entry)) ?? {}
    const confirm = (person: Person) => person.post(`/api/desk/bulletins/${id}/confirm`, {})
    expect((await confirm(city.stranger)).status).toBe(404)
    for (let times = 0; times < 2; times += 1) expect((await confirm(agent)).status).toBe(200)
    expect((await confirm(city.editor)).status).toBe(200)
    expect(await onDesk(agent, entry)).toMatchObject({ isRead: true })
    for (const person of [city.approver, centre]) {
      const { body } = await receipts(person, entry, id)
      expect(body.people.map((one) => one.id).sort()).toEqual([agent.id, city.editor.id].sort())
      expect(body.counts).toMatchObject({ agentsRead: 1, others: 1 })
      const left = await receipts(person, entry, id, 'unread')
      expect(left.body.people.map((one) => one.id)).toContain(newcomer.id)
      expect(left.body.people.map((one) => one.id)).not.toContain(agent.id)
    }
    for (const person of [city.editor, agent, city.stranger])
      expect((await receipts(person, entry, id)).status).toBe(404)
    await take(city.approver, entry, 'deactivate')
    expect((await confirm(newcomer)).status).toBe(404)
    const path = `/api/plans/${entry.id}/bulletins`
    const { body } = await city.approver.get<{ bulletins: PastBulletin[] }>(path)
    expect(body.bulletins).toMatchObject([{ id, kind: 'activated', read: 2 }])
    expect(body.bulletins[0]?.endedAt).not.toBeNull()
  })
})

describe('the stream of a desk', () => {
  it('70.8 tells of an activation, of what was confirmed and of the end, without being asked', async () => {
    const entry = await plan()
    const stream = await desk(agent)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('content-encoding')).toBeNull()
    await take(city.approver, entry, 'activate', activation)
    const mine = (all: ShownBulletin[]) => all.find(({ number }) => number === entry.number)
    const shown = await stream.shows((all) => mine(all) !== undefined)
    expect(mine(shown)?.isRead).toBe(false)
    await agent.post(`/api/desk/bulletins/${mine(shown)?.id}/confirm`, {})
    await stream.shows((all) => mine(all)?.isRead === true)
    await take(city.approver, entry, 'deactivate')
    await stream.shows((all) => mine(all) === undefined)
    stream.close()
  }, 60_000)

  it('70.9 says nothing to whom the text is closed, also once it was closed to them', async () => {
    const hidden = await plan()
    const seen = await plan({ openToUnits: true })
    const stream = await desk(city.stranger)
    await take(city.approver, hidden, 'activate', activation)
    await take(city.approver, seen, 'activate', activation)
    const shown = await stream.shows((all) => all.some(({ number }) => number === seen.number))
    expect(JSON.stringify(shown)).not.toContain(hidden.number)
    await take(city.approver, seen, 'close', { to: 'units' })
    await stream.shows((all) => all.every(({ number }) => number !== seen.number))
    stream.close()
  }, 60_000)

  it('70.10 ends when its person signs out, and is refused beyond four windows', async () => {
    const person = await hire(await hotline(), 'agent')
    const streams = [
      ...[await desk(person), await desk(person), await desk(person), await desk(person)],
    ]
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await person.get('/api/desk/events')).toMatchObject(refusal(429, 'tooManyRequests'))
    expect((await person.post('/api/users/logout')).status).toBe(200)
    for (const stream of streams) expect(await stream.ended()).toBe(true)
    expect((await person.get('/api/desk/events')).status).toBe(401)
  }, 60_000)

  it('70.11 ends when its account is switched off', async () => {
    const person = await hire(await hotline(), 'agent')
    const stream = await desk(person)
    const operator = await as('operator')
    expect((await operator.patch(`/api/users/${person.id}`, { isActive: false })).status).toBe(200)
    expect(await stream.ended()).toBe(true)
  }, 60_000)
})
