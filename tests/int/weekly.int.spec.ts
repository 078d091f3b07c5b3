import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { spanBefore, spanOf } from '@/statistics/span'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body } from './answers'
import type { Unit } from './city'
import { approve, submit, write, type Entry } from './entries'
import { foundOn, hireOn } from './onServer'
import { readable, smtpServer, type SmtpServer } from './smtpServer'
import { tellAt } from './tellAt'
import { isWorkingDay } from './workingDays'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-weekly-'))
const dataDir = join(folder, 'data')
const hour = 60 * 60 * 1000
let smtp: SmtpServer
let server: Awaited<ReturnType<typeof launch>>
let unit: Unit
let editor: Person, approver: Person, centre: Person, evaluator: Person, operator: Person
let entry: Entry
/** The first working day of a week that comes, each test one of its own. */
let monday = spanOf('week', dayOf(new Date())).from

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
  const names = ['centre', 'evaluator', 'operator']
  ;[centre, evaluator, operator] = (await Promise.all(
    names.map((name) => as(name, server.url)),
  )) as [Person, Person, Person]
  unit = await foundOn(server.url)
  editor = await hireOn(server.url, unit, 'editor')
  approver = await hireOn(server.url, unit, 'approver')
  entry = await approve(approver, await submit(editor, await write(editor, unit)))
}, 180_000)

afterAll(async () => {
  await server.stop('SIGKILL')
  await smtp.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  for (const person of [approver, centre, evaluator]) await want(person, false)
  monday = nextFirst(monday)
  smtp.letters.length = 0
})

const want = (person: Person, isWeekly: boolean, email = `${person.id}@example.cn`) =>
  person.post<Body>('/api/users/mail', { email, choice: 'none', isWeekly })
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const tell = (day: string, time = '08:30') => tellAt(dataDir, at(day, time))
const isOn = (day: string) => isWorkingDay(startOfDay(day) as Date)

const nextFirst = (day: string): string => nextOn(spanOf('week', day).to)

function nextOn(day: string): string {
  let next = dayBefore(day, -1)
  while (!isOn(next)) next = dayBefore(next, -1)
  return next
}

function letterTo({ id }: Person): string {
  const letters = smtp.letters.filter(({ to }) => to === `${id}@example.cn`)
  expect(letters).toHaveLength(1)
  return letters[0] ? readable(letters[0]) : ''
}

describe('每周简报', () => {
  it('52.1 tells an approver the figures of the week before beside the one before it, of their unit, as 知识库统计 counts them', async () => {
    await want(approver, true)
    expect(await tell(monday, '08:29')).toMatchObject({ weeks: 0 })
    expect(await tell(monday)).toMatchObject({ weeks: 1 })
    const text = letterTo(approver)
    const span = spanBefore(spanOf('week', monday))
    const { now, earlier } = (
      await approver.get<Record<'now' | 'earlier', Record<string, number>>>(
        `/api/statistics?from=${span.from}&to=${span.to}`,
      )
    ).body
    // In a week that is off altogether the mail tells of the one in which nothing was done.
    if (span.to >= dayOf(new Date())) expect(now).toMatchObject({ added: 1, approved: 1, live: 1 })
    const told = { added: '新上线 New', approved: '审批通过 Approved', live: '在线内容 Online' }
    for (const [key, name] of Object.entries(told))
      expect(text).toContain(`${name}: ${now[key]} (${earlier[key]})`)
    expect(text).toContain(unit.name)
    expect(text).toContain(
      `https://zhiku.example.cn/admin/statistics?from=${span.from}&to=${span.to}`,
    )
    expect(text).not.toContain(entry.title)
    expect(text).not.toContain(entry.number)
  })

  it('52.2 tells the centre and an evaluator of all units', async () => {
    for (const person of [centre, evaluator]) await want(person, true)
    expect(await tell(monday)).toMatchObject({ weeks: 2 })
    for (const person of [centre, evaluator])
      expect(letterTo(person)).toContain('全部单位 All units')
    const [, live] = /在线内容 Online: (\d+) /.exec(letterTo(centre)) ?? []
    expect(Number(live)).toBeGreaterThan(50)
  })

  it('52.3 comes once a week, on its first working day or as soon as a server runs again, whoever writes it', async () => {
    await want(centre, true)
    const later = nextOn(monday)
    const rounds = await Promise.all([
      tell(later, '09:00'),
      tell(later, '09:00'),
      tell(later, '09:00'),
    ])
    expect(rounds.reduce((all, { sent }) => all + sent, 0)).toBe(1)
    expect(await tell(later, '17:00')).toMatchObject({ weeks: 0 })
    expect(smtp.letters).toHaveLength(1)
    monday = nextFirst(monday)
    expect(await tell(monday)).toMatchObject({ weeks: 1 })
  })

  it('52.4 comes to nobody without an address, who wants it no longer or whose role was taken away', async () => {
    await want(approver, true)
    await operator.patch(`/api/users/${approver.id}`, { roles: ['staff'] })
    await want(centre, true)
    await centre.post('/api/users/mail', { email: '', choice: 'none' })
    await want(evaluator, true)
    smtp.answer.code = '451 not now'
    expect(await tell(monday)).toMatchObject({ weeks: 1, failed: 1 })
    smtp.answer.code = '250 taken'
    await want(evaluator, false)
    await tellAt(dataDir, new Date(at(monday, '08:30').getTime() + hour))
    expect(smtp.letters).toEqual([])
    await operator.patch(`/api/users/${approver.id}`, { roles: ['approver'] })
  })

  it('52.5 is chosen by oneself where mails are chosen, by the centre, approvers and evaluators alone', async () => {
    expect((await want(anyone(server.url), true)).status).toBe(401)
    for (const person of [editor, operator, await as('agent', server.url)])
      expect(await want(person, true)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await want(centre, true, '')).toMatchObject({ ...refusal(400, 'invalid') })
    expect((await want(centre, true)).body).toMatchObject({ isWeekly: true })
    const more = await centre.post<Body>('/api/users/mail', {
      ...{ email: `${centre.id}@example.cn`, choice: 'daily' },
    })
    expect(more.body).toMatchObject({ isWeekly: true })
    // Who begins on a later day of a week is told of it with the next.
    await byHand(dataDir).set('users', { id: centre.id }, { weeklySince: at(monday, '12:00') })
    expect(await tell(monday, '23:59')).toMatchObject({ weeks: 0 })
  })
})
