import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as } from '../server/people'
import { refusal, type Body } from './answers'
import { found, hire, hotline, openAccount, type Unit, type Worker } from './city'
import { dayIn, delegations, end, name, named } from './delegations'

let unit: Unit
let approver: Worker
let colleague: Worker
beforeAll(async () => {
  unit = await found('department', '市信访局')
  approver = await hire(unit, 'approver')
  colleague = await hire(unit, 'editor')
})

const post = (body: object, by = approver) => by.post<Body>('/api/delegations', body)

describe('naming a delegate', () => {
  it('25.20 is offered the active colleagues of the unit, and told to its approvers', async () => {
    const second = await hire(unit, 'approver')
    const { colleagues, mayName } = await delegations(approver)
    expect(mayName).toBe(true)
    expect(colleagues.map(({ id }) => id).sort()).toEqual([colleague.id, second.id].sort())
    await named(approver, colleague)
    const { docs } = await delegations(second)
    expect(docs).toMatchObject([
      {
        ...{ from: dayIn(0), until: dayIn(7), isInForce: true, mayEnd: false },
        ...{ approver: { id: approver.id }, delegate: { id: colleague.id } },
      },
    ])
  })

  it('25.21 is for approvers in their own right: a delegate passes nothing on', async () => {
    await named(approver, colleague)
    const third = await hire(unit, 'staff')
    for (const person of [colleague, third, await as('centre'), await as('operator')])
      expect(await name(person, third)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await anyone().post('/api/delegations', {})).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('25.22 takes nobody but an active colleague of the unit who has a say over content', async () => {
    const stranger = await hire(await found('department', '市档案馆'), 'staff')
    const gone = (await openAccount({ unit: unit.id, roles: ['staff'], isActive: false })).body.doc
    for (const person of [approver, stranger, gone, { id: 'nobody' }])
      expect(await name(approver, person)).toMatchObject(refusal(400, 'invalid'))
    const centre = await hotline()
    const leader = await hire(centre, 'approver')
    for (const role of ['operator', 'auditor'] as const)
      expect(await name(leader, await hire(centre, role))).toMatchObject(refusal(400, 'invalid'))
  })

  it('25.23 takes days that are to come, in order, and not for ever', async () => {
    const delegate = colleague.id
    const days: [unknown, unknown][] = [
      [undefined, dayIn(1)],
      [dayIn(0), undefined],
      ['bald', 'später'],
      [dayIn(-1), dayIn(1)],
      [dayIn(2), dayIn(1)],
      [dayIn(0), dayIn(400)],
    ]
    const fresh = await hire(unit, 'approver')
    for (const [from, until] of days)
      expect(await post({ delegate, from, until }, fresh)).toMatchObject(refusal(400, 'invalid'))
    expect((await post({ delegate, from: dayIn(0), until: dayIn(0) }, fresh)).status).toBe(200)
  })

  it('25.24 leaves one at a time; naming, changing and ending are on record', async () => {
    const leader = await hire(unit, 'approver')
    await named(leader, colleague)
    const second = await hire(unit, 'staff')
    const id = await named(leader, second, 0, 3)
    const own = (await delegations(leader)).docs.filter(({ approver: by }) => by.id === leader.id)
    expect(own).toMatchObject([{ delegate: { id: second.id }, until: dayIn(3) }])
    await end(leader, id)
    const where = `where[subject][equals]=${leader.id}&where[action][contains]=delegation&sort=seq`
    const { body } = await (await as('auditor')).get<Body>(`/api/audit?${where}`)
    expect(body.docs.map(({ action }) => action)).toEqual([
      'delegation.name',
      'delegation.change',
      'delegation.end',
    ])
    expect(body.docs[1]).toMatchObject({
      details: { delegate: second.id, from: dayIn(0), until: dayIn(3) },
    })
  })

  it('25.25 is ended by the approver or the operator, and by nobody else', async () => {
    const leader = await hire(unit, 'approver')
    const id = await named(leader, colleague)
    for (const person of [approver, colleague, await as('centre'), await as('auditor')])
      expect(await end(person, id)).toMatchObject(refusal(404, 'notFound'))
    const operator = await as('operator')
    expect((await delegations(operator)).docs.map((one) => one.id)).toContain(id)
    expect((await end(operator, id)).status).toBe(200)
    expect(await end(operator, id)).toMatchObject(refusal(404, 'notFound'))
  })
})
