import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body, type Row } from './answers'
import { draftOf } from './demoUnit'
import { approve, submit, take, type Entry } from './entries'
import { readable, smtpServer, type SmtpServer } from './smtpServer'
import { tellAt } from './tellAt'
import { isWorkingDay } from './workingDays'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-following-'))
const dataDir = join(folder, 'data')
const day = 24 * 60 * 60 * 1000
let smtp: SmtpServer
let server: Awaited<ReturnType<typeof launch>>
let agent: Person, staff: Person, stranger: Person
let editor: Person, approver: Person, operator: Person
/** The unit of editor and approver. */
let unit: string
/** The day a test has come to. */
let today: Date

beforeAll(async () => {
  await copyData(freshData, dataDir)
  smtp = await smtpServer()
  server = await launch({
    dataDir,
    env: {
      ...{ ZHIKU_FAULT_POINTS: 'yes', ZHIKU_URL: 'https://zhiku.example.cn' },
      ZHIKU_MAIL_FROM: 'zhiku@example.cn',
      ZHIKU_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    },
  })
  const names = ['agent', 'staff', 'yb-editor', 'editor', 'approver', 'operator']
  const people = await Promise.all(names.map((name) => as(name, server.url)))
  // What the demo city has told them would be mailed too.
  for (const person of people) await person.post('/api/messages/read', { all: true })
  ;[agent, staff, stranger, editor, approver, operator] = people as typeof people &
    [Person, Person, Person, Person, Person, Person]
  const me = await editor.get<{ user: { unit: string | Row } }>('/api/users/me?depth=0')
  const own = me.body.user.unit
  unit = typeof own === 'string' ? own : own.id
  await approver.post('/api/users/mail', { email: '', choice: 'none' })
})
afterAll(async () => {
  await server.stop('SIGKILL')
  await smtp.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  today = new Date()
  for (const person of [agent, staff, stranger]) {
    await follow(person, { every: 'none' })
    await byHand(dataDir).remove('mails', { person: person.id })
  }
  smtp.letters.length = 0
})

const follow = (person: Person, more: object) =>
  person.post<Body>('/api/users/following', {
    ...{ units: [unit], categories: [], every: 'daily', email: `${person.id}@example.cn` },
    ...more,
  })
const tell = (at: Date) => tellAt(dataDir, at)
/** The next day on which offices work, at this time in China. */
function onNext(time: string, isOne = isWorkingDay): Date {
  do today = new Date(today.getTime() + day)
  while (!isOne(today))
  return at(time)
}
function at(time: string): Date {
  const name = today.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return new Date(`${name}T${time}:00+08:00`)
}
/** A Monday in China on which offices work. */
const isMonday = (one: Date): boolean =>
  isWorkingDay(one) && new Date(one.getTime() + day / 3).getUTCDay() === 1
const news = async (): Promise<Entry> =>
  approve(approver, await submit(editor, await draftOf(editor)))
const opened = async (): Promise<Entry> => {
  const entry = await news()
  await take(approver, entry, 'open', { to: 'units' })
  return entry
}
const letterTo = ({ id }: Person): string => {
  const letters = smtp.letters.filter(({ to }) => to === `${id}@example.cn`)
  expect(letters).toHaveLength(1)
  return letters[0] ? readable(letters[0]) : ''
}

describe('关注', () => {
  it('46.1 one mail of the next working morning tells by kinds, numbers and links what is new of what one follows', async () => {
    await follow(agent, {})
    const [one, other] = [await news(), await news()]
    await tell(onNext('08:29'))
    expect(smtp.letters).toEqual([])
    expect(await tell(at('08:30'))).toMatchObject({ updates: 1 })
    const text = letterTo(agent)
    for (const { number, title } of [one, other]) {
      expect(text).toContain(`新增 New  ${number}  https://zhiku.example.cn/desk?entry=${number}`)
      expect(text).not.toContain(title)
    }
    expect(text).toContain('https://zhiku.example.cn/desk/following')
    expect(text).not.toMatch(/林见川|人力资源/)
  })

  it('46.2 nothing is told twice, by several processes at once neither, and where nothing is new there is no mail', async () => {
    await follow(agent, {})
    await news()
    const morning = onNext('08:30')
    const rounds = await Promise.all([tell(morning), tell(morning), tell(morning)])
    expect(rounds.reduce((all, { sent }) => all + sent, 0)).toBe(1)
    expect(smtp.letters).toHaveLength(1)
    await tell(at('17:00'))
    expect(await tell(onNext('08:30'))).toMatchObject({ updates: 0, sent: 0 })
    expect(smtp.letters).toHaveLength(1)
  })

  it('46.3 written and not noted by a process that was killed, the same mail is not written again', async () => {
    await follow(agent, {})
    await news()
    const morning = onNext('08:30')
    const [before] = await byHand(dataDir).find('following', { id: agent.id })
    await tell(morning)
    // As a kill leaves it where the database has no transactions.
    const toldUntil = new Date(String(before?.toldUntil))
    await byHand(dataDir).set('following', { id: agent.id }, { toldUntil })
    await tell(morning)
    expect(smtp.letters).toHaveLength(1)
    expect(await tell(onNext('08:30'))).toMatchObject({ updates: 0 })
  })

  it('46.4 each week it comes on the first working day of the week, with what came in all of it', async () => {
    await follow(agent, { every: 'weekly' })
    const entry = await news()
    onNext('08:30', isMonday)
    expect(await tell(at('08:29'))).toMatchObject({ updates: 0 })
    const noted = async () => (await byHand(dataDir).find('following', { id: agent.id }))[0]
    const monday = at('08:25')
    expect(await tell(at('08:30'))).toMatchObject({ updates: 1 })
    expect(letterTo(agent)).toContain(entry.number)
    await tell(onNext('08:30'))
    expect(new Date(String((await noted())?.toldUntil))).toEqual(monday)
    const next = onNext('08:30', isMonday)
    await tell(next)
    expect(new Date(String((await noted())?.toldUntil))).toEqual(at('08:25'))
  })

  it('46.5 each is told of what they may see: what is closed to other units stays so', async () => {
    for (const person of [agent, staff, stranger]) await follow(person, {})
    const [closed, open] = [await news(), await opened()]
    await tell(onNext('08:30'))
    for (const person of [agent, staff]) expect(letterTo(person)).toContain(closed.number)
    expect(letterTo(stranger)).toContain(open.number)
    expect(letterTo(stranger)).not.toContain(closed.number)
  })

  it('46.6 a category is followed in all units, and what changed or was taken down is told as such', async () => {
    await follow(agent, { units: [], categories: ['services'] })
    const entry = await news()
    await tell(onNext('08:30'))
    expect(letterTo(agent)).toContain(entry.number)
    smtp.letters.length = 0
    await byHand(dataDir).set('following', { id: agent.id }, { toldUntil: new Date() })
    await take(approver, entry, 'withdraw', { kind: 'expired', sentence: '已停办。' })
    await tell(onNext('08:30'))
    expect(letterTo(agent)).toContain(`下架 Taken down  ${entry.number}`)
    expect(letterTo(agent)).not.toContain('已停办')
    smtp.letters.length = 0
    await follow(agent, { units: [], categories: ['hotspots'] })
    await byHand(dataDir).set('following', { id: agent.id }, { toldUntil: new Date() })
    await news()
    expect(await tell(onNext('08:30'))).toMatchObject({ updates: 0 })
  })

  it('46.7 nobody is mailed who chose none, has no address, or is switched off, not even what was written before', async () => {
    await follow(staff, { every: 'none' })
    await follow(agent, {})
    await follow(stranger, {})
    await stranger.post('/api/users/mail', { email: '', choice: 'daily' })
    await news()
    smtp.answer.code = '451 not now'
    const first = onNext('08:30')
    expect(await tell(first)).toMatchObject({ updates: 1, failed: 1 })
    smtp.answer.code = '250 taken'
    await follow(agent, { every: 'none' })
    await tell(new Date(first.getTime() + 5 * 60_000))
    expect(smtp.letters).toEqual([])
    const { body } = await operator.get<Body>('/api/mails?sort=-at&limit=1')
    expect(body.docs[0]).toMatchObject({ state: 'dropped', username: 'agent' })
    expect(JSON.stringify(body.docs[0])).not.toMatch(/ZS-|desk\?entry|"kind"/)
    await follow(staff, {})
    await news()
    expect((await operator.patch(`/api/users/${staff.id}`, { isActive: false })).status).toBe(200)
    expect(await tell(onNext('08:30'))).toMatchObject({ updates: 0 })
    await operator.patch(`/api/users/${staff.id}`, { isActive: true })
  })

  it('46.8 it is one’s own matter: kept by oneself, seen by nobody else, and only what there is can be followed', async () => {
    expect(await anyone(server.url).post('/api/users/following', {})).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    expect(await anyone(server.url).get('/api/users/following')).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    for (const wrong of [{ units: ['nowhere'] }, { categories: ['all'] }, { every: 'hourly' }])
      expect(await follow(agent, wrong)).toMatchObject(refusal(400, 'invalid'))
    const refused = await follow(agent, { email: '' })
    expect(refused).toMatchObject(refusal(400, 'invalid'))
    expect(refused.body.fields).toEqual(['email'])
    await follow(agent, { categories: ['policies'], every: 'weekly' })
    const { body } = await agent.get('/api/users/following')
    expect(body).toEqual({ units: [unit], categories: ['policies'], every: 'weekly' })
    for (const person of [operator, approver])
      expect((await person.get('/api/following')).status).toBe(403)
    const auditor = await as('auditor', server.url)
    const log = await auditor.get<Body>('/api/audit?where[action][equals]=users.following&limit=1')
    expect(log.body.docs[0]).toMatchObject({ subject: agent.id, subjectName: 'agent' })
  })
})
