import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { found, foundOffice, hire, type Unit, type Worker } from './city'
import { end, named } from './delegations'
import { approve, copyOf, history, review, step, submit, take, write } from './entries'
import { toldOf } from './messages'

let county: Unit
let unit: Unit
let editor: Worker
let approver: Worker
let delegate: Worker
beforeAll(async () => {
  county = await found('region', '卯县')
  unit = await found('department', '县应急局', county)
  editor = await hire(unit, 'editor')
  approver = await hire(unit, 'approver')
  delegate = await hire(unit, 'staff')
})

const waiting = async (by: Person = editor, of = unit) => submit(by, await write(by, of))
const seesWorklist = async (person: Person) => (await person.get('/api/worklist')).status === 200

describe('a delegate, during the period', () => {
  it('25.1 decides as the approver would, and each record says for whom', async () => {
    const entry = await waiting()
    await named(approver, delegate)
    expect(await seesWorklist(delegate)).toBe(true)
    expect((await copyOf(delegate, entry)).status).toBe(200)
    expect((await review(delegate, entry)).body.steps).toContain('approve')
    await take(delegate, entry, 'approve', { confirmed: true })
    await take(delegate, entry, 'open', { to: 'units' })
    await take(delegate, entry, 'return', { reason: '补充电话' })
    const steps = (await history(editor, entry)).filter(({ by }) => by === delegate.id)
    expect(steps.map((one) => [one.step, one.onBehalfOf, one.onBehalfOfName])).toEqual([
      ['return', approver.id, '某人'],
      ['open', approver.id, '某人'],
      ['approve', approver.id, '某人'],
    ])
    await expectOnRecord('knowledge.approve', entry.id, { onBehalfOf: '某人' })
  })

  it('25.2 must open and confirm like anybody', async () => {
    const entry = await waiting()
    expect(await step(delegate, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(400, 'notOpened'),
    )
    await review(delegate, entry)
    expect(await step(delegate, entry, 'approve')).toMatchObject(refusal(400, 'incomplete'))
  })

  it('25.3 decides nothing that they wrote or submitted', async () => {
    const writer = await hire(unit, 'editor')
    await named(approver, writer)
    const entry = await waiting(writer)
    await review(writer, entry)
    expect(await step(writer, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(403, 'ownSubmission'),
    )
    const other = await waiting()
    await approve(writer, other)
  })

  it('25.4 nor what the approver wrote or submitted, for whom the office of the region acts', async () => {
    const office = await found('department', '县外事办', county)
    const above = await hire(await foundOffice(county), 'approver')
    const both = await hire(office, 'editor', 'approver')
    const stand = await hire(office, 'staff')
    await named(both, stand)
    const entry = await waiting(both, office)
    expect((await review(stand, entry)).body.steps).not.toContain('approve')
    expect(await step(stand, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(403, 'ownSubmission'),
    )
    expect(await toldOf(stand, entry)).toEqual([])
    expect(await toldOf(above, entry)).toEqual(['waits approve'])
    await approve(above, entry)
    const [decision] = await history(both, entry)
    expect(decision).toMatchObject({ isActingForUnit: true, onBehalfOf: null })
  })

  it('25.5 writes nothing, and has no say in other units', async () => {
    const reader = await hire(unit, 'staff')
    await named(approver, reader)
    const sent = { category: unit.categories.services, title: '能否代写?' }
    expect((await reader.post('/api/knowledge', sent)).status).toBe(403)
    const elsewhere = await found('department', '县司法局', county)
    const entry = await waiting(await hire(elsewhere, 'editor'), elsewhere)
    expect((await copyOf(reader, entry)).status).toBe(404)
    expect(await step(reader, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(404, 'notFound'),
    )
  })

  it('25.6 is told what the approver is told', async () => {
    await named(approver, delegate)
    const entry = await waiting()
    expect(await toldOf(approver, entry)).toEqual(['waits approve'])
    expect(await toldOf(delegate, entry)).toEqual(['waits approve'])
  })

  it('25.7 agrees for their unit where another unit asks (会同校核)', async () => {
    const owner = await found('department', '县水务局', county)
    const writer = await hire(owner, 'editor')
    await named(approver, delegate)
    const entry = await submit(writer, await write(writer, owner, { coUnits: [unit.id] }))
    expect(await toldOf(delegate, entry)).toEqual(['waits agree'])
    await review(delegate, entry)
    await take(delegate, entry, 'agree')
    const [decision] = await history(writer, entry)
    expect(decision).toMatchObject({ step: 'agree', onBehalfOf: approver.id })
  })

  it('25.8 acts in place of a unit as the approver would (代审批)', async () => {
    const region = await found('region', '辰县')
    const office = await found('department', '县体育局', region)
    const deputy = await foundOffice(region)
    const stand = await hire(deputy, 'staff')
    const above = await hire(deputy, 'approver')
    await named(above, stand)
    const entry = await waiting(await hire(office, 'editor'), office)
    await approve(stand, entry)
    const [decision] = await history(above, entry)
    expect(decision).toMatchObject({ isActingForUnit: true, onBehalfOf: above.id })
  })

  it('25.9 who is an approver themselves acts in their own right', async () => {
    const second = await hire(unit, 'approver')
    await named(approver, second)
    const entry = await approve(second, await waiting())
    const [decision] = await history(editor, entry)
    expect(decision).toMatchObject({ step: 'approve', by: second.id, onBehalfOf: null })
  })
})

describe('the right', () => {
  it('25.10 is not there before the first day', async () => {
    const later = await hire(unit, 'staff')
    await named(approver, later, 1, 3)
    expect(await seesWorklist(later)).toBe(false)
    const entry = await waiting()
    expect(await step(later, entry, 'approve', { confirmed: true })).toMatchObject(
      refusal(404, 'notFound'),
    )
    expect((await copyOf(later, entry)).status).toBeGreaterThanOrEqual(403)
  })

  it('25.11 is gone at once when the approver ends it, or names somebody else', async () => {
    const first = await hire(unit, 'staff')
    const second = await hire(unit, 'staff')
    await named(approver, first)
    expect(await seesWorklist(first)).toBe(true)
    const id = await named(approver, second)
    expect(await seesWorklist(first)).toBe(false)
    expect(await seesWorklist(second)).toBe(true)
    expect((await end(approver, id)).status).toBe(200)
    expect(await seesWorklist(second)).toBe(false)
    const entry = await waiting()
    expect(await toldOf(second, entry)).toEqual([])
  })

  type Giver = 'approver' | 'delegate'
  const losses: [string, Giver, object, object][] = [
    ['the approver is switched off', 'approver', { isActive: false }, { isActive: true }],
    ['the approver loses the role', 'approver', { roles: ['staff'] }, { roles: ['approver'] }],
    ['the delegate is switched off', 'delegate', { isActive: false }, { isActive: true }],
  ]
  it.each(losses)('25.12 ends by itself for good: %s', async (_how, who, loss, back) => {
    const people = { approver: await hire(unit, 'approver'), delegate: await hire(unit, 'staff') }
    await named(people.approver, people.delegate)
    await change(people[who], loss)
    await change(people[who], back)
    const again = await as(people.delegate.username)
    expect(await seesWorklist(again)).toBe(false)
    await expectOnRecord('delegation.end', people.approver.id, { because: 'account' })
  })

  it.each<Giver>(['approver', 'delegate'])(
    '25.13 … when the %s moves to another unit',
    async (who) => {
      const people = { approver: await hire(unit, 'approver'), delegate: await hire(unit, 'staff') }
      await named(people.approver, people.delegate)
      await change(people[who], { unit: county.id })
      expect(await seesWorklist(people.delegate)).toBe(false)
      await change(people[who], { unit: unit.id })
      expect(await seesWorklist(people.delegate)).toBe(false)
    },
  )
})

async function change(person: Worker, data: object) {
  const { status } = await (await as('operator')).patch(`/api/users/${person.id}`, data)
  if (status !== 200) throw new Error(`The account was not changed: ${status}`)
}

async function expectOnRecord(action: string, subject: string, details: object) {
  const auditor = await as('auditor')
  const where = `where[action][equals]=${action}&where[subject][equals]=${subject}`
  const { body } = await auditor.get<Body>(`/api/audit?${where}`)
  expect(body.docs[0]).toMatchObject({ details })
}
