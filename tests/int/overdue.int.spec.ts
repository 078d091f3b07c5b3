import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askServer } from '@/jobs/askServer'
import { byHand } from '../server/byHand'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { draftOf } from './demoUnit'
import { step, submit } from './entries'
import { messages, told, toldOf } from './messages'
import { tellAt } from './tellAt'
import { isWorkingDay } from './workingDays'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-overdue-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let editor: Person
let approver: Person
const start = () => launch({ dataDir, env: { ZHIKU_FAULT_POINTS: 'yes' } })

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await start()
  editor = await as('editor', server.url)
  approver = await as('approver', server.url)
})
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const day = 24 * 60 * 60 * 1000

describe('what waits for long', () => {
  it('24.20 is told again after the centre’s number of working days, once, and not on a day off', async () => {
    const entry = await submit(editor, await draftOf(editor))
    const said = () => toldOf(approver, entry)
    const overdue = async () => (await said()).filter((one) => one.startsWith('overdue'))
    // Whatever day it is, two weeks on there were more than two working days.
    await tellAt(dataDir, new Date())
    expect(await overdue()).toEqual([])
    const late = workday(new Date(Date.now() + 14 * day))
    await tellAt(dataDir, dayOff(new Date(Date.now() + 14 * day)))
    expect(await overdue()).toEqual([])
    await tellAt(dataDir, late)
    await tellAt(dataDir, late)
    expect(await overdue()).toEqual(['overdue approve'])
  })

  it('52.6 what was told by days that were wrong stays in the inbox as taken back, counts no more, and is told again', async () => {
    const entry = await submit(editor, await draftOf(editor))
    const late = workday(new Date(Date.now() + 14 * day))
    await tellAt(dataDir, late)
    const before = await messages(approver)
    const [reminder] = before.docs.filter((one) => one.entry === entry.id)
    expect(reminder).toMatchObject({ event: 'overdue', isTakenBack: false })
    // As the next hour leaves it once the notice of the year is corrected.
    await byHand(dataDir).set('messages', { id: String(reminder?.id) }, { takenBackAt: new Date() })
    const after = await messages(approver)
    expect(after.docs.find(({ id }) => id === reminder?.id)).toMatchObject({ isTakenBack: true })
    expect(after.unread).toBe(before.unread - 1)
    await tellAt(dataDir, new Date(late.getTime() + 60 * 60 * 1000))
    const overdue = (await told(approver, entry)).filter(({ event }) => event === 'overdue')
    expect(overdue.map(({ isTakenBack }) => isTakenBack)).toEqual([true, false])
  })

  it('24.21 a step whose power goes after its record tells each person once', async () => {
    const entry = await draftOf(editor)
    const armed = await askServer(
      { command: 'fault', args: ['step.finished'], folder: dataDir },
      { dataDir, report: () => {}, signal: new AbortController().signal },
    )
    expect(armed.exitCode).toBe(0)
    await step(editor, entry, 'submit').catch(() => null)
    await server.stop('SIGKILL')
    server = await start()
    const again = await as('editor', server.url)
    // A file's transaction was undone with the power; a server without transactions finishes the step.
    if (!(await told(await as('approver', server.url), entry)).length)
      await step(again, entry, 'submit')
    expect(await toldOf(await as('approver', server.url), entry)).toEqual(['waits approve'])
  })
})

const workday = (after: Date) => next(after, isWorkingDay)
const dayOff = (after: Date) => next(after, (day) => !isWorkingDay(day))

function next(after: Date, isOne: (day: Date) => boolean): Date {
  const at = new Date(after)
  while (!isOne(at)) at.setTime(at.getTime() + day)
  return at
}
