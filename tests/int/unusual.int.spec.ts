import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Row } from './answers'
import { messages } from './messages'
import { tellAt, written } from './tellAt'

type Alert = {
  kind: string
  subject: string | null
  number: string | null
  title: string
  count: number
  usual: number
  unit: { id: string; name: string } | null
}
type Alerts = { alerts: Alert[]; from: string; total: number; page: number; pageSize: number }
type Entry = { id: string; number: string; title: string; unit: { id: string; name: string } }

const folder = mkdtempSync(join(tmpdir(), 'zhiku-unusual-'))
const dataDir = join(folder, 'data')
const env = { ZHIKU_FAULT_POINTS: 'yes', ZHIKU_TRUSTED_PROXIES: 'loopback' }
let server: Awaited<ReturnType<typeof launch>>
let centre: Person
/** Of a department of the city, and of a county's office; both open to everyone. */
let ofBureau: Entry, ofCounty: Entry

const hour = 60 * 60 * 1000
const person = (name: string) => as(name, server.url)
const tell = async (at = new Date()) => (await tellAt(dataDir, at)).unusual

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, env, pages: true })
  centre = await person('centre')
  ofBureau = await entryOf('editor')
  ofCounty = await entryOf('qx-editor')
}, 600_000)

afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function unitOf(name: string): Promise<string> {
  const { body } = await (
    await person(name)
  ).get<{ user: { unit: string | Row } }>('/api/users/me?depth=0')
  const { unit } = body.user
  return typeof unit === 'string' ? unit : unit.id
}

async function entryOf(name: string): Promise<Entry> {
  const unit = await unitOf(name)
  const { body } = await anyone(server.url).get<{ entries: Entry[] }>(
    `/api/public/entries?unit=${unit}`,
  )
  const [entry] = body.entries
  if (!entry) throw new Error(`${name} has no entry that is open.`)
  return entry
}

/** A citizen with a browser of their own, at one of many addresses or all at one. */
const citizen = (n: number, address = `198.51.100.${n}`) => ({
  get: (path: string) =>
    anyone(server.url).fetch(path, {
      headers: {
        'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${n}.0`,
        'x-forwarded-for': address,
      },
    }),
})

async function eachOf(count: number, path: string, address?: string): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const { status } = await citizen(n, address).get(path)
    expect(status).toBe(200)
  }
}

/** All of them. */
async function onRecord(path: string, count: number): Promise<void> {
  await written(dataDir)
  expect((await centre.get<{ total: number }>(path)).body.total).toBe(count)
}

async function readBy(count: number, { number }: Entry, address?: string): Promise<void> {
  const before = await centre.get<{ total: number }>(`/api/views?entry=${number}`)
  await eachOf(count, `/api/public/entries/${number}`, address)
  await onRecord(`/api/views?entry=${number}`, before.body.total + count)
}

/** The demo city's own are of days before. */
const yesterday = dayBefore(dayOf(new Date()), 1)

const alertsFor = async (who: Person, query = `?from=${yesterday}`) => {
  const { status, body } = await who.get<Alerts>(`/api/alerts${query}`)
  expect(status).toBe(200)
  return body
}

/** What this person was told of unusual demand. */
const toldTo = async (name: string): Promise<string[]> =>
  (await messages(await person(name))).docs
    .filter(({ event, at }) => event === 'unusual' && dayOf(String(at)) >= yesterday)
    .map(({ title }) => title)

const nobody = ['agent', 'staff', 'operator', 'auditor', 'yb-editor', 'yb-approver']

const pageFor = async (name: string, path = '/admin/alerts') => {
  const { token, fetch } = await person(name)
  const answer = await fetch(path, {
    headers: { Cookie: `payload-token=${token}`, Authorization: '' },
  })
  return { status: answer.status, text: await answer.text() }
}

describe('异常热度', () => {
  it('43.1 is nothing of the demo city’s own but the rushes it was given, at whatever hour of its last week one looks', async () => {
    for (let ago = 0; ago < 7 * 24; ago += 3)
      expect(await tell(new Date(Date.now() - ago * hour))).toBe(0)
    expect(await alertsFor(centre)).toMatchObject({ alerts: [], total: 0, page: 1, pageSize: 50 })
    expect((await alertsFor(centre, '')).total).toBe(5)
    expect((await pageFor('yb-editor')).text).toContain('还没有异常热度')
    expect((await pageFor('centre', '/admin')).text).not.toContain('昨天以来的异常热度')
  })

  it('43.2 is not what fifty browsers at one address read, nor what a few more do', async () => {
    await readBy(50, ofBureau, '203.0.113.7')
    await readBy(3, ofBureau)
    expect(await tell()).toBe(0)
  })

  it('43.3 an entry is told to the centre and to who writes and decides in its unit, within the hour and once', async () => {
    await readBy(12, ofBureau)
    expect(await tell()).toBe(1)
    const { alerts } = await alertsFor(centre)
    expect(alerts).toMatchObject([
      {
        ...{ kind: 'entry', subject: ofBureau.id, number: ofBureau.number },
        ...{ title: ofBureau.title, unit: { id: ofBureau.unit.id, name: ofBureau.unit.name } },
      },
    ])
    expect(alerts[0]?.count).toBeGreaterThanOrEqual(15)
    for (const name of ['centre', 'editor', 'approver']) {
      const [about, ...more] = await toldTo(name)
      expect(about).toContain(`${ofBureau.number}《${ofBureau.title}》，近一小时 `)
      expect(more).toEqual([])
    }
    for (const name of nobody) expect(await toldTo(name)).toEqual([])
    for (const minutes of [0, 5, 30])
      expect(await tell(new Date(Date.now() + minutes * 60_000))).toBe(0)
  })

  it('43.4 a county is told to its office, beside the entry itself', async () => {
    await readBy(24, ofCounty)
    expect(await tell()).toBe(2)
    const told = await toldTo('qx-approver')
    expect(told.map((one) => one.split('，')[0])).toEqual(
      expect.arrayContaining([
        `${ofCounty.number}《${ofCounty.title}》`,
        expect.stringMatching(/县$/),
      ]),
    )
    expect(await alertsFor(centre, `?kind=district&from=${yesterday}`)).toMatchObject({
      alerts: [{ kind: 'district', number: null, unit: { id: await unitOf('qx-editor') } }],
      total: 1,
    })
  })

  it('43.5 a question is told to the centre, and to nobody else where nothing answers it', async () => {
    const asked = encodeURIComponent('龘靐齉爩')
    await eachOf(10, `/api/public/search?q=${asked}`)
    await onRecord(`/api/searches?q=${asked}`, 10)
    expect(await tell()).toBe(1)
    expect((await alertsFor(centre, `?kind=query&from=${yesterday}`)).alerts).toMatchObject([
      { kind: 'query', subject: null, title: '龘靐齉爩', count: 10, usual: 0, unit: null },
    ])
    expect(await toldTo('centre')).toContain('查询“龘靐齉爩”，近一小时 10 人次，平常几乎没有')
    for (const name of [...nobody, 'editor', 'qx-approver'])
      expect((await toldTo(name)).join()).not.toContain('龘')
  })

  it('43.6 is listed to the centre, to editors and approvers of what was told to their unit, and to nobody else', async () => {
    expect((await alertsFor(centre)).total).toBe(4)
    for (const name of ['editor', 'approver']) {
      const { alerts } = await alertsFor(await person(name))
      expect(alerts.map(({ number }) => number)).toEqual([ofBureau.number])
      const { text } = await pageFor(name)
      expect(text).toContain(ofBureau.title)
      expect(text).not.toContain('龘')
    }
    expect((await alertsFor(await person('yb-editor'))).total).toBe(0)
    for (const name of ['agent', 'staff', 'operator', 'auditor']) {
      expect(await (await person(name)).get('/api/alerts')).toMatchObject(
        refusal(403, 'notAllowed'),
      )
      expect((await pageFor(name)).text).not.toContain('近一小时')
    }
    expect(await anyone(server.url).get('/api/alerts')).toMatchObject(refusal(401, 'notSignedIn'))
    for (const wrong of ['kind=unit', 'from=gestern', 'page=0'])
      expect(await centre.get(`/api/alerts?${wrong}`)).toMatchObject(refusal(400, 'badParameter'))
    expect((await alertsFor(centre, '?to=2026-01-01')).total).toBe(0)
  })

  it('43.7 leads to what was asked and read, and is counted on the first page', async () => {
    const { text } = await pageFor('centre')
    expect(text).toContain(`/admin/views?entry=${ofBureau.number}&amp;from=`)
    expect(text).toContain('/admin/searches?form=')
    expect(text).toContain(`href="/e/${ofBureau.number}"`)
    expect((await pageFor('editor')).text).not.toContain('/admin/searches?form=')
    const first = (await pageFor('centre', '/admin')).text
    const link = /href="([^"]*)">昨天以来的异常热度(?:<!-- -->| )*<span[^>]*>(\d+)/.exec(first)
    expect(link?.slice(1)).toEqual([`/admin/alerts?from=${yesterday}`, '4'])
    expect((await alertsFor(centre)).total).toBe(4)
  })

  it('43.8 is told nobody again after the server was started anew', async () => {
    const before = await toldTo('centre')
    await server.stop()
    server = await launch({ dataDir, env })
    centre = await person('centre')
    expect(await tell()).toBe(0)
    expect(await toldTo('centre')).toEqual(before)
    expect((await alertsFor(centre)).total).toBe(4)
  })

  it('43.9 keeps the title of an entry that was moved since to those who have it now', async () => {
    const elsewhere = await unitOf('yb-editor')
    await byHand(dataDir).set('register', { id: ofBureau.id }, { unit: elsewhere })
    const { alerts } = await alertsFor(await person('editor'))
    expect(alerts).toMatchObject([{ number: ofBureau.number, title: '' }])
    expect((await alertsFor(centre)).alerts.map(({ title }) => title)).toContain(ofBureau.title)
  })

  it('52.7 in a message too', async () => {
    expect((await toldTo('editor')).join()).not.toContain(ofBureau.title)
    expect((await toldTo('centre')).join()).toContain(ofBureau.title)
  })
})
