import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { found, foundCity, foundOffice, hire, type Unit, type Worker } from './city'
import { approve, publish, review, step, submit, take, write } from './entries'
import { messages, told, toldOf, type Messages } from './messages'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let second: Worker
beforeAll(async () => {
  city = await foundCity()
  centre = await as('centre')
  second = await hire(city.bureau, 'approver')
})
const reason = '电话有误,请核对'
const operator = () => as('operator')

describe('what waits for somebody', () => {
  it('24.1 is told to the approvers of the unit at submit, and to nobody else', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect(await told(city.approver, entry)).toEqual([
      expect.objectContaining({
        ...{ event: 'waits', asks: 'approve', step: 'submit', library: 'knowledge' },
        ...{ number: entry.number, title: entry.title, by: '某人', isRead: false },
      }),
    ])
    expect(await toldOf(second, entry)).toEqual(['waits approve'])
    for (const person of [city.editor, city.stranger, centre])
      expect(await toldOf(person, entry)).toEqual([])
  })

  it('24.2 is not told to whoever wrote or submitted it, though they approve as well', async () => {
    const both = await hire(city.bureau, 'editor', 'approver')
    const entry = await submit(both, await write(both, city.bureau))
    expect(await toldOf(both, entry)).toEqual([])
    expect(await toldOf(city.approver, entry)).toEqual(['waits approve'])
  })

  it('24.3 waits no longer once it is decided or taken back, and is not counted then', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const before = (await messages(second)).unread
    await take(city.editor, entry, 'recall')
    expect(await told(second, entry)).toMatchObject([{ isSettled: true, isRead: false }])
    expect((await messages(second)).unread).toBe(before - 1)
  })

  it('24.4 is a deletion asked for, and a text asked to be returned', async () => {
    const entry = await publish(city, city.bureau)
    await take(city.editor, entry, 'requestDeletion', { reason })
    expect((await told(city.approver, entry)).at(-1)).toMatchObject({
      ...{ event: 'waits', asks: 'approveDeletion', reason },
    })
    await take(city.approver, entry, 'refuseDeletion', { reason: '仍在办理' })
    expect((await told(city.approver, entry)).at(-1)).toMatchObject({ isSettled: true })
    expect((await told(city.editor, entry)).at(-1)).toMatchObject({
      ...{ event: 'deletionDecided', step: 'refuseDeletion', reason: '仍在办理' },
    })
  })

  it('24.5 is told to the office of the region where the unit has no approver of its own, and only there', async () => {
    const county = await found('region', '寅县')
    const office = await found('department', '县信访局', county)
    const above = await hire(await foundOffice(county), 'approver')
    const editor = await hire(office, 'editor')
    const alone = await submit(editor, await write(editor, office))
    expect(await toldOf(above, alone)).toEqual(['waits approve'])
    const own = await hire(office, 'approver')
    const next = await submit(editor, await write(editor, office))
    expect(await toldOf(own, next)).toEqual(['waits approve'])
    expect(await toldOf(above, next)).toEqual([])
  })

  it('24.6 is told to the approvers of units that are to agree, as long as it waits', async () => {
    const other = await hire(city.elsewhere, 'approver')
    const named = { coUnits: [city.elsewhere.id] }
    const entry = await submit(city.editor, await write(city.editor, city.bureau, named))
    expect(await told(other, entry)).toMatchObject([{ event: 'waits', asks: 'agree' }])
    await review(other, entry)
    await take(other, entry, 'agree')
    expect(await told(other, entry)).toMatchObject([{ isSettled: true }])
    expect(await toldOf(second, entry)).toEqual(['waits approve', 'waits approve'])
    await approve(city.approver, entry)
    expect(await told(other, entry)).toEqual([])
  })
})

describe('what was decided', () => {
  it('24.7 is told to whoever wrote and submitted it: approved, or returned with the reason', async () => {
    const writer = await hire(city.bureau, 'editor')
    const entry = await submit(city.editor, await write(writer, city.bureau))
    await take(city.approver, entry, 'return', { reason })
    for (const person of [writer, city.editor])
      expect(await told(person, entry)).toMatchObject([{ event: 'returned', reason }])
    await approve(city.approver, await submit(city.editor, entry))
    for (const person of [writer, city.editor])
      expect((await told(person, entry)).at(-1)).toMatchObject({ event: 'approved' })
    expect(await toldOf(await hire(city.bureau, 'editor'), entry)).toEqual([])
  })

  it('24.8 is told to them also when an approved text is returned', async () => {
    const entry = await publish(city, city.bureau)
    await take(second, entry, 'return', { reason })
    expect((await told(city.editor, entry)).at(-1)).toMatchObject({ event: 'returned', reason })
  })

  it('24.9 by the centre is told to the unit’s editors and approvers', async () => {
    const entry = await publish(city, city.bureau)
    const corrected = await take(centre, entry, 'saveDirectly', { summary: '中心更正。' })
    const withdrawal = { kind: 'inError', sentence: '内容有误' }
    const withdrawn = await take(centre, corrected, 'withdraw', withdrawal)
    await take(city.approver, withdrawn, 'delete')
    await take(centre, withdrawn, 'restore')
    for (const person of [city.editor, city.approver, second]) {
      const steps = (await told(person, entry)).filter(({ event }) => event === 'changed')
      expect(steps.map(({ step: taken }) => taken)).toEqual(['saveDirectly', 'withdraw', 'restore'])
    }
    expect(await toldOf(city.stranger, entry)).toEqual([])
  })

  it('24.10 is told once for each of several', async () => {
    const entries = [
      await write(city.editor, city.bureau),
      await write(city.editor, city.bureau),
    ] as const
    const items = entries.map(({ id, revision }) => ({ id, revision }))
    expect(await city.editor.post('/api/knowledge/submit', { items })).toMatchObject({
      status: 200,
    })
    for (const entry of entries) expect(await toldOf(second, entry)).toEqual(['waits approve'])
  })
})

describe('a message', () => {
  it('24.11 is read and marked as read by its person only', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const [mine] = await told(city.approver, entry)
    const ids = [mine?.id]
    await second.post('/api/messages/read', { ids })
    expect(await told(city.approver, entry)).toMatchObject([{ isRead: false }])
    const before = (await messages(city.approver)).unread
    const { body } = await city.approver.post<Messages>('/api/messages/read', { ids })
    expect(body.unread).toBe(before - 1)
    expect(await told(city.approver, entry)).toMatchObject([{ isRead: true }])
    expect((await messages(city.approver, '?unread')).docs.map(({ id }) => id)).not.toContain(
      mine?.id,
    )
  })

  it('24.12 can be marked together with all others', async () => {
    await submit(city.editor, await write(city.editor, city.bureau))
    expect(await city.approver.post('/api/messages/read', { all: true })).toMatchObject({
      ...{ status: 200, body: { unread: 0 } },
    })
    expect(await messages(city.approver, '?unread=true')).toMatchObject({ docs: [], totalDocs: 0 })
  })

  it('24.13 comes in pages of 20, newest first', async () => {
    const unit = await found('department', '市文旅局')
    const editor = await hire(unit, 'editor')
    const approver = await hire(unit, 'approver')
    for (let n = 0; n < 21; n += 1) await submit(editor, await write(editor, unit))
    const first = await messages(approver)
    expect(first).toMatchObject({ totalDocs: 21, totalPages: 2, unread: 21 })
    expect(first.docs).toHaveLength(20)
    expect((await messages(approver, '?page=2')).docs).toHaveLength(1)
    const times = first.docs.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('24.14 is gone with the right to see its entry: another unit, another role, a moved entry', async () => {
    const unit = await found('department', '市园林局')
    const people = { editor: await hire(unit, 'editor'), approver: await hire(unit, 'approver') }
    const entry = await submit(people.editor, await write(people.editor, unit))
    expect(await toldOf(people.approver, entry)).toEqual(['waits approve'])
    await change(people.approver, { roles: ['staff'] })
    expect(await messages(people.approver)).toMatchObject({ docs: [], totalDocs: 0, unread: 0 })
    await change(people.approver, { roles: ['approver'] })
    expect((await messages(people.approver)).unread).toBe(1)
    await change(people.approver, { unit: city.elsewhere.id })
    expect(await messages(people.approver)).toMatchObject({ docs: [], totalDocs: 0, unread: 0 })
  })

  it('24.15 is refused where it is asked for wrongly, and to whoever is not signed in', async () => {
    expect(await anyone().get('/api/messages')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await anyone().post('/api/messages/read', { all: true })).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    for (const query of ['?page=0', '?page=x', '?unread=maybe'])
      expect(await city.editor.get(`/api/messages${query}`)).toMatchObject(refusal(400, 'invalid'))
    for (const body of [{}, { ids: 'x' }, { ids: [1] }])
      expect(await city.editor.post('/api/messages/read', body)).toMatchObject(
        refusal(400, 'invalid'),
      )
  })

  it('24.16 there is none for staff, the operator and the auditor, and for agents of what they told alone', async () => {
    const { docs } = await messages(await as('agent'))
    expect(docs.filter(({ event }) => event !== 'taskTold')).toEqual([])
    for (const account of ['staff', 'operator', 'auditor'] as const)
      expect(await messages(await as(account))).toMatchObject({ docs: [], totalDocs: 0, unread: 0 })
  })

  it('24.17 is not left by a step that was refused', async () => {
    const entry = await write(city.editor, city.bureau, { summary: '' })
    expect((await step(city.editor, entry, 'submit')).status).toBe(400)
    expect(await toldOf(second, entry)).toEqual([])
  })
})

async function change(person: Worker, data: { roles?: string[]; unit?: Unit['id'] }) {
  const { status } = await (await operator()).patch(`/api/users/${person.id}`, data)
  if (status !== 200) throw new Error(`The account was not changed: ${status}`)
}
