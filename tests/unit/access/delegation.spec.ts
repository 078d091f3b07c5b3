import { describe, expect, it } from '@jest/globals'
import { actorOf, inPlaceOf } from '@/access/actor'
import { can, isDeputy, mayTake, principalOf } from '@/access/can'
import { periodHolds, stillStands, type Delegation } from '@/access/delegation'
import { isInReach } from '@/access/reach'
import type { Role } from '@/access/rules'
import { asked, doomed, entry, person } from './facts'

const period = { from: '2026-11-22T16:00:00.000Z', until: '2026-11-25T15:59:59.999Z' }
const noon = Date.parse('2026-11-23T04:00:00Z')
const leave = { id: 'li', name: '李四', ...period }
const account = (roles: readonly Role[], more: object = {}) => ({
  ...{ id: 'wang', name: '王五', roles, unit: 'civil-affairs', isActive: true },
  standsInFor: [leave],
  ...more,
})
const actor = (roles: readonly Role[], now = noon) => {
  const found = actorOf(account(roles), now)
  if (!found) throw new Error('There is nobody.')
  return found
}

describe('who stands in for an approver', () => {
  it.each([
    ['the instant before the first day', '2026-11-22T15:59:59.999Z', false],
    ['the first instant of the first day', '2026-11-22T16:00:00.000Z', true],
    ['the last instant of the last day', '2026-11-25T15:59:59.999Z', true],
    ['the instant after', '2026-11-25T16:00:00.000Z', false],
  ])('is an approver in the period alone: %s', (_when, at, isOne) => {
    expect(periodHolds(period, Date.parse(at))).toBe(isOne)
    expect(actor(['staff'], Date.parse(at)).roles.includes('approver')).toBe(isOne)
  })

  it('is nobody while switched off or before the first password was changed', () => {
    expect(actorOf(account(['staff'], { isActive: false }), noon)).toBeNull()
    expect(actorOf(account(['staff'], { mustChangePassword: true }), noon)).toBeNull()
  })

  it.each<Role>(['operator', 'auditor'])('is never the %s', (role) => {
    expect(actor([role]).roles).toEqual([role])
  })

  it('reads what the approver reads, and is named in what they decide', () => {
    const delegate = actor(['staff'])
    expect(isInReach(delegate, entry())).toBe(true)
    expect(can(delegate, 'approve', entry(), asked())).toBeNull()
    expect(principalOf(delegate, 'approve', entry())).toEqual({ id: 'li', name: '李四' })
  })

  it('decides nothing of their own', () => {
    for (const own of [entry({ writers: ['wang'] }), entry({ submitter: 'wang' })])
      expect(mayTake(actor(['editor']), 'approve', own)).toEqual({ code: 'ownSubmission' })
    const asked = doomed({ requester: 'wang' })
    expect(mayTake(actor(['editor']), 'approveDeletion', asked)).toEqual({ code: 'ownSubmission' })
  })

  it('decides nothing of the approver’s own, unless another one named them too', () => {
    const theirs = entry({ writers: ['li'] })
    expect(mayTake(actor(['staff']), 'approve', theirs)).toEqual({ code: 'ownSubmission' })
    expect(mayTake(actor(['staff']), 'approve', entry({ submitter: 'li' }))).not.toBeNull()
    const two = { standsInFor: [leave, { ...leave, id: 'zhao', name: '赵六' }] }
    const both = actorOf(account(['staff'], two), noon)
    expect(both && mayTake(both, 'approve', theirs)).toBeNull()
    expect(both && principalOf(both, 'approve', theirs)).toEqual({ id: 'zhao', name: '赵六' })
  })

  it('keeps their own steps as their own', () => {
    const delegate = actor(['editor'])
    const draft = entry({ state: 'draft' })
    expect(mayTake(delegate, 'submit', draft)).toBeNull()
    expect(principalOf(delegate, 'submit', draft)).toBeNull()
  })

  it('acts in the place of another unit where the approver would, and nowhere else', () => {
    const inPlace = {
      unit: 'office',
      [inPlaceOf]: [{ unit: 'civil-affairs', approvers: ['zhao'] }],
    }
    const there = actorOf(account(['staff'], inPlace), noon)
    if (!there) throw new Error('There is nobody.')
    expect(mayTake(there, 'approve', entry())).toEqual({ code: 'notAllowed' })
    const orphan = entry({ writers: ['zhao'] })
    expect(mayTake(there, 'approve', orphan)).toBeNull()
    expect(isDeputy(there, 'approve', orphan)).toBe(true)
    expect(principalOf(there, 'approve', orphan)).toEqual({ id: 'li', name: '李四' })
    expect(mayTake(actor(['staff']), 'approve', entry({ unit: 'tax' }))).not.toBeNull()
  })

  it('adds nothing for whoever is an approver already', () => {
    const own = actor(['approver'])
    expect(own.standsInFor).toBeUndefined()
    expect(principalOf(own, 'approve', entry())).toBeNull()
  })
})

describe('a delegation', () => {
  const given: Delegation = {
    ...{ approver: 'li', delegate: 'wang', unit: 'civil-affairs', endedAt: null },
    ...period,
  }
  const at = (id: string, roles: Role | Role[], more = {}) => ({
    ...{ ...person(roles), id, isActive: true },
    ...more,
  })
  const li = at('li', 'approver')
  const wang = at('wang', 'staff')

  it('stands while both have what it rests on', () => {
    expect(stillStands(given, li, wang)).toBe(true)
  })

  it.each([
    ['it was ended', { ...given, endedAt: period.from }, li, wang],
    ['the approver is gone', given, null, wang],
    ['the delegate is gone', given, li, null],
    ['the approver is switched off', given, { ...li, isActive: false }, wang],
    ['the delegate is switched off', given, li, { ...wang, isActive: false }],
    ['the approver lost the role', given, at('li', 'editor'), wang],
    ['the approver left the unit', given, { ...li, unit: 'tax' }, wang],
    ['the delegate left the unit', given, li, { ...wang, unit: 'tax' }],
    ['both moved on together', given, { ...li, unit: 'tax' }, { ...wang, unit: 'tax' }],
    ['the delegate keeps accounts now', given, li, at('wang', ['staff', 'operator'])],
    ['they are one person', given, li, li],
  ])('is over when %s', (_why, delegation, approver, delegate) => {
    expect(stillStands(delegation, approver, delegate)).toBe(false)
  })
})
