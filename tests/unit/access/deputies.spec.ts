import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import type { Actor } from '@/access/actor'
import { deputiesOf, deputisedBy, type Deciding } from '@/access/deputies'
import {
  decidedQuery,
  mayOpenCopy,
  mayReadCopy,
  openedBeyondReach,
  readQuery,
  unansweredQuery,
} from '@/access/reach'
import { states, type Mark } from '@/access/rules'
import { person } from './facts'
import { whereMatches } from './whereMatches'

const unit = (
  id: string,
  kind: string,
  unitAbove: string | null,
  mark?: 'isOffice' | 'isCentre',
) => ({
  ...{ id, kind, unitAbove, isOffice: false, isCentre: false },
  ...(mark ? { [mark]: true } : {}),
})

/** Two counties, one with an office; a department of the city and the hotline centre beside them. */
const units = [
  unit('hotline', 'department', null, 'isCentre'),
  unit('tax', 'department', null),
  unit('qingxi', 'region', null),
  unit('qx-office', 'department', 'qingxi', 'isOffice'),
  unit('qx-civil', 'department', 'qingxi'),
  unit('qx-town', 'township', 'qingxi'),
  unit('shidu', 'region', null),
  unit('sd-civil', 'department', 'shidu'),
]
const city = (approvers: Record<string, string[]>): Deciding => ({
  units,
  approvers: new Map(Object.entries(approvers)),
})

describe('who decides in the place of a unit', () => {
  it('the office of its region, and the hotline centre behind it', () => {
    expect(deputiesOf('qx-town', city({})).sort()).toEqual(['hotline', 'qx-office'])
    expect(deputiesOf('qingxi', city({})).sort()).toEqual(['hotline', 'qx-office'])
  })

  it('the hotline centre alone where a region has no office, for the office itself, and for level 1', () => {
    expect(deputiesOf('sd-civil', city({}))).toEqual(['hotline'])
    expect(deputiesOf('qx-office', city({}))).toEqual(['hotline'])
    expect(deputiesOf('tax', city({}))).toEqual(['hotline'])
    expect(deputiesOf('hotline', city({}))).toEqual([])
  })

  it('the office decides as soon as no approver of the unit is left', () => {
    const given = city({ 'qx-civil': ['li'], 'qx-office': ['wang'] })
    expect(deputisedBy('qx-office', given)).toEqual([
      { unit: 'qingxi', approvers: [] },
      { unit: 'qx-civil', approvers: ['li'] },
      { unit: 'qx-town', approvers: [] },
    ])
  })

  it('the centre only where the office cannot either', () => {
    const given = city({ 'qx-civil': ['li'], 'qx-office': ['wang'], tax: ['zhao'] })
    const of = new Map(deputisedBy('hotline', given).map((one) => [one.unit, one.approvers]))
    expect(Object.fromEntries(of)).toEqual({
      ...{ tax: ['zhao'], qingxi: ['wang'], 'qx-office': ['wang'], 'qx-civil': ['li', 'wang'] },
      ...{ 'qx-town': ['wang'], shidu: [], 'sd-civil': [] },
    })
  })

  it('nobody else: not a body, a township, a department or a region', () => {
    for (const id of ['qx-civil', 'qx-town', 'tax', 'qingxi', 'shidu'])
      expect(deputisedBy(id, city({}))).toEqual([])
  })
})

const people = ['li', 'wang', 'zhao']
const ids = units.map(({ id }) => id)
const copy = fc.record({
  unit: fc.constantFrom(...ids),
  state: fc.constantFrom(...states),
  writers: fc.subarray(people),
  submitter: fc.option(fc.constantFrom(...people)),
  requester: fc.option(fc.constantFrom(...people)),
  consulted: fc.subarray(ids),
  isTrashed: fc.boolean(),
})
const actor = fc.record({
  unit: fc.constantFrom(...ids),
  roles: fc.subarray(['editor', 'approver', 'staff', 'agent', 'centre'] as const, { minLength: 1 }),
  approvers: fc.dictionary(fc.constantFrom(...ids), fc.subarray(people)),
})

describe('asking about one and asking for many', () => {
  const cases = fc.record({ copy, actor }).map((given) => {
    const { copy: one, actor: who } = given
    const unitAbove = units.find(({ id }) => id === one.unit)?.unitAbove ?? null
    const marks: Mark[] = one.isTrashed ? ['trashed'] : []
    return {
      who: {
        ...person(who.roles, who.unit),
        deputises: deputisedBy(who.unit, city(who.approvers)),
      },
      facts: { ...one, unitAbove, marks },
      row: {
        ...{ unit: one.unit, unitAbove, state: one.state, submitter: one.submitter },
        ...{ writers: JSON.stringify(one.writers), deletionRequestedBy: one.requester },
        ...{ consulted: JSON.stringify(one.consulted), answers: null },
        trashedAt: one.isTrashed ? '2026-11-01T00:00:00Z' : null,
      },
    }
  })

  const isOpened = (who: Actor, row: Parameters<typeof whereMatches>[1]) =>
    whereMatches(readQuery(who), row) ||
    openedBeyondReach(who).some((where) => whereMatches(where, row))

  it('agree on the copies that are read and on those that are opened', () => {
    fc.assert(
      fc.property(cases, ({ who, facts, row }) => {
        expect(whereMatches(readQuery(who), row)).toBe(mayReadCopy(who, facts))
        expect(isOpened(who, row)).toBe(mayOpenCopy(who, facts))
      }),
      { numRuns: 3000 },
    )
  })

  it('whatever may be decided or answered may be opened', () => {
    fc.assert(
      fc.property(cases, ({ who, row }) => {
        const waiting = whereMatches(unansweredQuery(who), row)
        const decided = who.roles.includes('approver') && whereMatches(decidedQuery(who), row)
        if (waiting || decided) expect(isOpened(who, row)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
