import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { TaskPage, TaskRead } from '@/workflow/tasks/readTasks'
import { copyData } from '../server/database.mjs'
import { launch } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal } from './answers'
import { draftOf } from './demoUnit'
import { approve, saved, step, submit, take as stepTaken, type Entry } from './entries'
import { seen, take, taken } from './tasks'
import { settled, tasksAt } from './tellAt'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-reviews-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let editor: Person, approver: Person, centre: Person, agent: Person

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  ;[editor, approver, centre, agent] = await Promise.all([
    as('editor', server.url),
    as('approver', server.url),
    as('centre', server.url),
    as('agent', server.url),
  ])
}, 60_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** Online, open to everybody, and to be looked at, or to end, within days. */
async function online(more: object): Promise<Entry> {
  const draft = await draftOf(editor)
  const open = { openToUnits: true, openToPublic: true }
  const entry = await saved(editor, draft, { ...open, ...more })
  return approve(approver, await submit(editor, entry))
}
async function taskOf({ number }: Entry): Promise<TaskRead> {
  const { body } = await editor.get<TaskPage>(`/api/tasks?entry=${number}&kind=review`)
  return body.tasks[0]!
}
async function taskOfEnding(entry: Entry): Promise<TaskRead> {
  await tasksAt(dataDir, new Date())
  return taskOf(entry)
}
const open = (person: Person, id: string) =>
  person.get<{ text: { title: string } }>(`/api/tasks/${id}/text`)
type Results = { results: { id: string; status: number; code?: string; detail?: string }[] }
const several = (person: Person, name: string, ids: readonly string[]) =>
  person.post<Results>(`/api/tasks/${name}`, { items: ids.map((id) => ({ id })) })

describe('reviews', () => {
  it('61.1 are taken several at once by editor and approver, of each its text opened, and the rest is named', async () => {
    const entries = [await online({ reviewBy: inDays(5) }), await online({ reviewBy: inDays(5) })]
    await tasksAt(dataDir, new Date())
    const ids = await Promise.all(entries.map(async (entry) => (await taskOf(entry)).id))
    const [first, second] = ids as [string, string]
    expect((await open(editor, first)).body.text.title).toBe(entries[0]?.title)
    expect((await open(agent, first)).status).toBe(404)
    expect(await take(editor, second, 'confirm')).toMatchObject(refusal(400, 'notOpened'))
    const confirmed = await several(editor, 'confirm', ids)
    expect(confirmed.body.results).toMatchObject([
      { id: first, status: 200 },
      { id: second, status: 400, code: 'notOpened', detail: expect.stringContaining('请先打开') },
    ])
    await open(editor, second)
    expect((await several(editor, 'confirm', ids)).body.results).toMatchObject([
      { status: 409 },
      { status: 200 },
    ])
    for (const id of ids) await open(approver, id)
    expect((await several(agent, 'reconfirm', ids)).body.results).toMatchObject([
      { status: 404 },
      { status: 404 },
    ])
    expect((await several(approver, 'reconfirm', ids)).body.results).toMatchObject([
      { status: 200 },
      { status: 200 },
    ])
    expect(await seen(editor, first)).toMatchObject({ state: 'closed', outcome: 'reviewed' })
  })

  it('61.2 of what ends are answered by the editor, and accepted by the approver', async () => {
    const { id } = await taskOfEnding(await online({ validUntil: inDays(6) }))
    await open(editor, id)
    expect(await take(editor, id, 'confirm')).toMatchObject(refusal(409, 'wrongState'))
    await taken(editor, id, 'answer', { sentence: '政策到期不再执行，到期停用。' })
    await taken(approver, id, 'accept')
  })

  it('61.3 of what is replaced close when it is withdrawn, and its readers are sent on', async () => {
    const old = await online({ validUntil: inDays(6) })
    const { id } = await taskOfEnding(old)
    const next = await online({})
    await taken(editor, id, 'answer', { sentence: `由 ${next.number} 替代。` })
    const merged = { kind: 'merged', sentence: '已由新规定替代。', successor: next.id }
    await stepTaken(approver, old, 'withdraw', merged)
    await settled(dataDir)
    expect(await seen(editor, id)).toMatchObject({ state: 'closed', outcome: 'offline' })
    const told = await anyone(server.url).get(`/api/public/entries/${old.number}`)
    expect(told.body).toMatchObject({ successor: next.number })
  })

  it('61.4 of what goes on close when a text is approved that ends later', async () => {
    const entry = await online({ validUntil: inDays(6) })
    const { id } = await taskOfEnding(entry)
    await stepTaken(editor, entry, 'revise')
    const revised = await saved(editor, entry, { validUntil: inDays(400) })
    await approve(approver, await submit(editor, revised))
    await settled(dataDir)
    expect(await seen(editor, id)).toMatchObject({ state: 'closed', outcome: 'revised' })
  })
})

describe('what nobody reviewed for a month', () => {
  it('61.5 goes offline where the centre says so, a week after its unit was told, and comes back after its review', async () => {
    const entry = await online({ reviewBy: inDays(1) })
    await tasksAt(dataDir, new Date())
    const { id } = await taskOf(entry)
    const set = await centre.post('/api/globals/settings', { lapseUnreviewed: true })
    expect(set.status).toBe(200)
    await tasksAt(dataDir, inDays(27))
    const { lapsesOn } = await seen(editor, id)
    expect(lapsesOn).not.toBeNull()
    await tasksAt(dataDir, inDays(34))
    const told = await anyone(server.url).get(`/api/public/entries/${entry.number}`)
    expect(told.status).toBe(404)
    expect(told.body.sentence).toContain('超过复核日期')
    expect(await step(approver, entry, 'resume')).toMatchObject(refusal(409, 'wrongState'))
    for (const [person, name] of [
      [editor, 'confirm'],
      [approver, 'reconfirm'],
    ] as const) {
      await open(person, id)
      await taken(person, id, name)
    }
    await stepTaken(approver, entry, 'resume')
    const again = await anyone(server.url).get(`/api/public/entries/${entry.number}`)
    expect(again.status).toBe(200)
  })
})
