import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { TaskStep } from '@/access/tasks'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/askReviews')),
  ...(await import('@/workflow/tasks/documents')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/workflow/tasks/takeTaskSteps')),
  ...(await import('@/tables')),
})

const now = new Date('2026-06-01T09:00:00+08:00')
const at = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()
const person = (id: string, role: 'editor' | 'approver') => ({
  ...{ id, name: '某人', unit: 'a' },
  roles: [role] as const,
})

const online = (id: string, more: object = {}, categoryKey = 'services') =>
  onlineEntry(city, id, { categoryKey, approvedAt: at('2026-05-20'), ...more })

const reviewDay = async (id: string) => {
  const [row] = await house.readRows(city.payload, {
    ...{ collection: 'publications', columns: ['reviewBy', 'confirmedAt'], limit: 1 },
    where: { slot: { equals: id } },
  })
  return row
}
const taskOf = async (id: string) =>
  (await house.tasksWhere(city.payload, { entry: { equals: id } }))[0]

const req = () => createLocalReq({}, city.payload)

/** Whoever takes it has opened the text before. */
async function take(step: TaskStep, id: string, by: 'editor' | 'approver', body = {}) {
  const task = String((await taskOf(id))?.id)
  await house.openTaskText(await req(), person(by, by), task)
  return house.takeTaskStep(await req(), person(by, by), { id: task, step, body })
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await unitWithPeople(city)
})
afterAll(() => city.close())

describe('the day of review', () => {
  it('of what names none follows from its category and its approval, and gives old texts time', async () => {
    await online('hot', {}, 'hotspots')
    await online('policy', {}, 'policies')
    await online('service')
    await online('old', { approvedAt: at('2020-01-01') })
    await online('own', { reviewBy: at('2027-03-03') })
    expect(await house.fillReviewDays(city.payload, now)).toBe(4)
    expect((await reviewDay('hot'))?.reviewBy).toBe(at('2026-07-01'))
    expect((await reviewDay('policy'))?.reviewBy).toBe(at('2026-11-20'))
    expect((await reviewDay('service'))?.reviewBy).toBe(at('2027-05-20'))
    expect((await reviewDay('old'))?.reviewBy).toBe(at('2026-07-01'))
    expect((await reviewDay('own'))?.reviewBy).toBe(at('2027-03-03'))
    expect(await house.fillReviewDays(city.payload, now)).toBe(0)
  })

  it('is asked for two weeks before, once, and begins anew when the unit confirms that nothing has to change', async () => {
    await online('near', { reviewBy: at('2026-06-15') })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    expect(await house.askReviews(city.payload, now)).toBe(0)
    expect(await taskOf('near')).toMatchObject({ kind: 'review', cause: 'due', due: '2026-06-15' })
    await take('confirm', 'near', 'editor')
    await expect(take('reconfirm', 'near', 'editor')).rejects.toMatchObject({ code: 'notAllowed' })
    await take('reconfirm', 'near', 'approver')
    expect(await taskOf('near')).toMatchObject({ state: 'closed', outcome: 'reviewed' })
    const day = await reviewDay('near')
    expect(String(day?.reviewBy) > at('2027-05-31')).toBe(true)
    expect(day?.confirmedAt).not.toBeNull()
  })

  it('is not asked for of what ended already', async () => {
    await online('ended', { reviewBy: at('2026-06-10'), validUntil: at('2026-05-30') })
    await house.askReviews(city.payload, now)
    expect(await taskOf('ended')).toBeUndefined()
  })

  it('is no day of review where validity ends: that is extended, replaced or over', async () => {
    await online('ending', { reviewBy: at('2027-01-01'), validUntil: at('2026-06-10') })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    await expect(take('confirm', 'ending', 'editor')).rejects.toMatchObject({ code: 'wrongState' })
  })

  it('is put right by a revision that ends later, not by one that ends on the same day', async () => {
    const row = await online('extended', {
      reviewBy: at('2027-01-01'),
      validUntil: at('2026-06-12'),
    })
    await house.askReviews(city.payload, now)
    const revised = { revision: 2, from: new Date('2026-06-02').toISOString() }
    await city.alter(row.id, revised)
    await house.settleAllTasks(city.payload, async () => null, new Date('2026-06-02'))
    expect((await taskOf('extended'))?.state).toBe('open')
    await city.alter(row.id, { revision: 3, validUntil: at('2027-06-12') })
    await house.settleAllTasks(city.payload, async () => null, new Date('2026-06-02'))
    expect(await taskOf('extended')).toMatchObject({ state: 'closed', outcome: 'revised' })
  })

  it('ends as the unit says and its approver agrees, who may send it back', async () => {
    await online('over', { reviewBy: at('2027-01-01'), validUntil: at('2026-06-11') })
    await house.askReviews(city.payload, now)
    const sentence = '政策到期，不再执行，到期停用。'
    await take('answer', 'over', 'editor', { sentence })
    expect((await taskOf('over'))?.answer).toBe(sentence)
    // What was said before is not said in the next round.
    await take('sendBack', 'over', 'approver', { reason: '请再核对。' })
    expect((await taskOf('over'))?.answer).toBeNull()
    await take('answer', 'over', 'editor', { sentence })
    await expect(take('reconfirm', 'over', 'approver')).rejects.toMatchObject({
      code: 'wrongState',
    })
    await take('accept', 'over', 'approver')
    const end = { state: 'closed', outcome: 'accepted', answer: sentence }
    expect(await taskOf('over')).toMatchObject(end)
  })

  it('and what does not end is confirmed, not answered', async () => {
    await online('lasting', { reviewBy: at('2026-06-09') })
    await house.askReviews(city.payload, now)
    await expect(
      take('answer', 'lasting', 'editor', { sentence: '没有问题。' }),
    ).rejects.toMatchObject({ code: 'wrongState' })
  })

  it('is met by a revision, and by what goes offline', async () => {
    const revised = await online('revised', { reviewBy: at('2026-06-05') })
    const gone = await online('gone', { reviewBy: at('2026-06-05') })
    await house.askReviews(city.payload, now)
    await city.alter(revised.id, { revision: 2, from: new Date('2026-06-02').toISOString() })
    await city.closeRow(gone)
    await house.settleAllTasks(city.payload, async () => null, new Date('2026-06-02'))
    expect(await taskOf('revised')).toMatchObject({ state: 'closed', outcome: 'revised' })
    // Looked at with the revision: its next term begins then.
    expect((await reviewDay('revised'))?.reviewBy).toBe(at('2027-06-02'))
    expect(await taskOf('gone')).toMatchObject({ state: 'closed', outcome: 'offline' })
  })
})

describe('a review', () => {
  it('is only of a text that this person opened as it is now', async () => {
    await online('unread', { reviewBy: at('2026-06-08'), hash: 'a' })
    await house.askReviews(city.payload, now)
    const id = String((await taskOf('unread'))?.id)
    const confirm = async () =>
      house.takeTaskStep(await req(), person('reader', 'editor'), { id, step: 'confirm', body: {} })
    await expect(confirm()).rejects.toMatchObject({ code: 'notOpened' })
    await house.openTaskText(await req(), person('other', 'editor'), id)
    await expect(confirm()).rejects.toMatchObject({ code: 'notOpened' })
    await house.openTaskText(await req(), person('reader', 'editor'), id)
    const [row] = await house.readRows(city.payload, {
      ...{ collection: 'publications', columns: ['id'], limit: 1 },
      where: { slot: { equals: 'unread' } },
    })
    await city.alter(String(row?.id), { hash: 'b' })
    await expect(confirm()).rejects.toMatchObject({ code: 'notOpened' })
    await house.openTaskText(await req(), person('reader', 'editor'), id)
    expect((await confirm()).state).toBe('answered')
  })

  it('is taken of several at once: what was not opened is refused by name, and holds up no other', async () => {
    const names = ['many1', 'many2', 'many3'] as const
    for (const name of names) await online(name, { reviewBy: at('2026-06-07') })
    await house.askReviews(city.payload, now)
    const ids = await Promise.all(names.map(async (name) => String((await taskOf(name))?.id)))
    const editor = person('some', 'editor')
    for (const id of ids.slice(0, 2)) await house.openTaskText(await req(), editor, id)
    const opened = await house.openedAmong(await req(), editor, [
      ...(await Promise.all(names.map(async (name) => (await taskOf(name))!))),
    ])
    expect([...opened].sort()).toEqual(ids.slice(0, 2).sort())
    const items = [...ids, 'nothing'].map((id) => ({ id }))
    const { results } = await house.takeTaskSteps(await req(), editor, {
      ...{ step: 'confirm', body: { items } },
    })
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ...[
        [200, undefined],
        [200, undefined],
        [400, 'notOpened'],
      ],
      [404, 'notFound'],
    ])
    expect(results[2]?.detail).toContain('请先打开')
    const states = await Promise.all(names.map(async (name) => (await taskOf(name))?.state))
    expect(states).toEqual(['answered', 'answered', 'open'])
  })
})

describe('a document that is repealed or replaced', () => {
  it('asks back each text online that rests on it, however its number is written', async () => {
    await online('rests', { basis: '根据广政公[2019]11号第三条', reviewBy: at('2027-03-03') })
    await online('inText', { plain: '依据\n（广政公〔2019〕11号）', reviewBy: at('2027-03-03') })
    await online('other', { basis: '广政公〔2019〕12号', reviewBy: at('2027-03-03') })
    await city.payload.db.create({
      collection: 'documents',
      data: {
        ...{ id: 'd', number: '广政公〔2019〕11号', slot: '广政公〔2019〕11号', title: '某办法' },
        ...{ state: 'replaced', replacedBy: '广政公〔2026〕3号' },
      },
    })
    expect(await house.askByBasis(city.payload, now)).toBe(2)
    expect(await house.askByBasis(city.payload, now)).toBe(0)
    expect(await taskOf('rests')).toMatchObject({
      ...{ cause: 'basis', about: '广政公〔2019〕11号 → 广政公〔2026〕3号' },
    })
    expect(await taskOf('other')).toBeUndefined()
  })
})
