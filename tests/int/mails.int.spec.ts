import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body } from './answers'
import { draftOf } from './demoUnit'
import { submit, type Entry } from './entries'
import { readable, smtpServer, type SmtpServer } from './smtpServer'
import { tellAt } from './tellAt'
import { isWorkingDay } from './workingDays'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-mails-'))
const dataDir = join(folder, 'data')
const secret = 'correct-horse'
const hour = 60 * 60 * 1000
let smtp: SmtpServer
let server: Awaited<ReturnType<typeof launch>>
let editor: Person
let approver: Person
let operator: Person
/** Each test has a working day of its own, far ahead. */
let morning: Date
let daysAhead = 30

beforeAll(async () => {
  await copyData(freshData, dataDir)
  smtp = await smtpServer()
  await serve({
    ZHIKU_SMTP_URL: `smtp://zhiku:${secret}@127.0.0.1:${smtp.port}`,
    ZHIKU_MAIL_FROM: 'zhiku@example.cn',
  })
  await approver.post('/api/messages/read', { all: true })
})
afterAll(async () => {
  await server.stop('SIGKILL')
  await smtp.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  daysAhead += 30
  morning = next(new Date(Date.now() + daysAhead * 24 * hour), isWorkingDay)
  smtp.letters.length = 0
  await choose('daily')
})

async function serve(env: Record<string, string>) {
  server = await launch({
    dataDir,
    env: { ZHIKU_FAULT_POINTS: 'yes', ZHIKU_URL: 'https://zhiku.example.cn', ...env },
  })
  editor = await as('editor', server.url)
  approver = await as('approver', server.url)
  operator = await as('operator', server.url)
}

const choose = (choice: string, email = 'leader@example.cn') =>
  approver.post<Body>('/api/users/mail', { email, choice })
const news = async (): Promise<Entry> => submit(editor, await draftOf(editor))
const tell = (at: Date) => tellAt(dataDir, at)
const mails = async () => (await operator.get<Body>('/api/mails?sort=-at')).body.docs

/** This time of the day in China, on that day. */
function at(day: Date, time: string): Date {
  const name = day.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return new Date(`${name}T${time}:00+08:00`)
}

function next(after: Date, isOne: (day: Date) => boolean): Date {
  const day = new Date(after)
  while (!isOne(day)) day.setTime(day.getTime() + 24 * hour)
  return day
}

describe('mail', () => {
  it('24.30 everything unread comes in one mail, with numbers and links and nothing else of an entry', async () => {
    const entries = [await news(), await news(), await news()]
    await tell(at(morning, '08:31'))
    expect(smtp.letters.map(({ to }) => to)).toEqual(['leader@example.cn'])
    const [letter] = smtp.letters
    const text = letter ? readable(letter) : ''
    for (const { id, number, title } of entries) {
      expect(text).toContain(number)
      expect(text).toContain(`https://zhiku.example.cn/admin/collections/knowledge/${id}`)
      expect(text).not.toContain(title)
    }
    expect(text).not.toContain('林见川')
    await tell(at(morning, '09:31'))
    expect(smtp.letters).toHaveLength(1)
  })

  it('24.31 each person chooses: once each working day at 8:30, soon but at most once an hour, or none', async () => {
    await news()
    const sunday = next(morning, (day) => !isWorkingDay(day))
    expect(await tell(at(sunday, '10:00'))).toMatchObject({ digests: 0 })
    const later = next(sunday, isWorkingDay)
    expect(await tell(at(later, '08:29'))).toMatchObject({ digests: 0 })
    await choose('none')
    expect(await tell(at(later, '08:30'))).toMatchObject({ digests: 0 })
    await choose('soon')
    expect(await tell(at(sunday, '10:00'))).toMatchObject({ digests: 1, sent: 1 })
    await news()
    expect(await tell(at(sunday, '10:40'))).toMatchObject({ digests: 0 })
    expect(await tell(at(sunday, '11:01'))).toMatchObject({ digests: 1, sent: 1 })
    expect(await choose('often')).toMatchObject(refusal(400, 'invalid'))
  })

  it('24.32 what the server does not take is kept, tried again with growing pauses, and shown to the operator without the password', async () => {
    await news()
    smtp.answer.code = `451 not now, ${secret}`
    const first = at(morning, '08:30')
    expect(await tell(first)).toMatchObject({ digests: 1, sent: 0, failed: 1 })
    expect((await mails())[0]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      username: 'approver',
    })
    expect(String((await mails())[0]?.error)).toContain('451')
    expect(server.output() + JSON.stringify(await mails())).not.toContain(secret)
    expect(await tell(new Date(first.getTime() + 60_000))).toMatchObject({ failed: 0 })
    expect(await tell(new Date(first.getTime() + 2 * 60_000))).toMatchObject({ failed: 1 })
    expect(await tell(new Date(first.getTime() + 4 * 60_000))).toMatchObject({ failed: 0 })
    smtp.answer.code = '250 taken'
    expect(await tell(new Date(first.getTime() + 6 * 60_000))).toMatchObject({ sent: 1 })
    expect(smtp.letters).toHaveLength(1)
    expect((await mails())[0]).toMatchObject({ state: 'sent', error: null })
  })

  it('24.33 a mail claimed by a process that was killed is sent again: at worst the same digest a second time', async () => {
    await news()
    const sentAt = at(morning, '08:30')
    await tell(sentAt)
    const [mail] = await mails()
    // As a kill leaves it between the server's word and the mark.
    await byHand(dataDir).set(
      'mails',
      { id: String(mail?.id) },
      { state: 'sending', claimedAt: sentAt },
    )
    expect(await tell(new Date(sentAt.getTime() + 5 * 60_000))).toMatchObject({ sent: 0 })
    expect(await tell(new Date(sentAt.getTime() + 11 * 60_000))).toMatchObject({ sent: 1 })
    const ids = smtp.letters.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('24.35 the address is the person’s own matter: corrected by them, seen by nobody else but the operator who sets it', async () => {
    expect(
      (await operator.patch(`/api/users/${approver.id}`, { email: 'old@example.cn' })).status,
    ).toBe(200)
    expect(await choose('daily', 'two@example.cn, three@example.cn')).toMatchObject(
      refusal(400, 'invalid'),
    )
    expect((await choose('daily', 'new@example.cn')).status).toBe(200)
    expect(await anyone(server.url).post('/api/users/mail', {})).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    for (const person of [
      editor,
      await as('centre', server.url),
      await as('auditor', server.url),
    ]) {
      const { body } = await person.get(`/api/users?where[email][exists]=true`)
      expect(JSON.stringify(body)).not.toContain('new@example.cn')
      expect((await person.get('/api/mails')).status).toBe(403)
    }
    await news()
    await tell(at(morning, '08:30'))
    expect(smtp.letters.map(({ to }) => to)).toEqual(['new@example.cn'])
  })

  it('24.34 without a server each mail is a file, and the operator sees to whom and when, never the address or the text', async () => {
    await server.stop()
    await serve({})
    const entry = await news()
    expect(await tell(at(morning, '08:30'))).toMatchObject({ digests: 1, sent: 1 })
    const files = readdirSync(join(dataDir, 'mails'))
    expect(files).toHaveLength(1)
    const raw = readFileSync(join(dataDir, 'mails', String(files[0])), 'utf8').replace(/\r/g, '')
    expect(readable({ to: '', raw })).toContain(entry.number)
    const [mail] = await mails()
    expect(mail).toMatchObject({ state: 'written', username: 'approver' })
    expect(JSON.stringify(mail)).not.toMatch(/example\.cn|admin\/collections/)
    expect((await operator.patch(`/api/mails/${mail?.id}`, { state: 'waiting' })).status).toBe(403)
  })
})
