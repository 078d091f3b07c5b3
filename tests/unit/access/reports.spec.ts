import { describe, expect, it } from '@jest/globals'
import { mayTakeReport, unitsOfReport, type ReportFacts } from '@/access/reports'
import type { Role } from '@/access/rules'

const person = (role: Role, unit = 'bureau') => ({ id: role, name: role, roles: [role], unit })
const report = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  ...{
    isPublished: false,
    isEarly: false,
    isOver: false,
    undecided: [],
    objected: [],
    units: ['bureau'],
  },
  ...given,
})

describe('what is done with a report', () => {
  it('a unit’s approver objects once, within the time, before it is published', () => {
    const may = (given?: Partial<ReportFacts>) =>
      mayTakeReport(person('approver'), 'object', report(given))
    expect(may()).toBeNull()
    expect(may({ isOver: true })).toBe('over')
    expect(may({ objected: ['bureau'] })).toBe('objected')
    expect(may({ isPublished: true })).toBe('published')
    expect(may({ units: ['other'] })).toBe('notAllowed')
    for (const role of ['editor', 'centre', 'evaluator', 'agent'] as const)
      expect(mayTakeReport(person(role), 'object', report())).toBe('notAllowed')
  })

  it('of a report that was published too early a unit objects until the right end, and the centre decides', () => {
    const early = { isPublished: true, isEarly: true }
    const may = (role: Role, step: 'object' | 'decide' | 'publish', given = {}) =>
      mayTakeReport(person(role), step, report({ ...early, ...given }))
    expect(may('approver', 'object')).toBeNull()
    expect(may('approver', 'object', { isOver: true })).toBe('over')
    expect(may('centre', 'decide', { objected: ['bureau'], undecided: ['bureau'] })).toBeNull()
    expect(may('centre', 'publish', { isOver: true })).toBe('published')
    expect(mayTakeReport(person('centre'), 'decide', report({ isPublished: true }))).toBe(
      'published',
    )
  })

  it('where a unit has no approver, who decides in its place objects for it', () => {
    const deputises = [
      { unit: 'town', approvers: [] },
      { unit: 'staffed', approvers: ['somebody'] },
    ]
    const deputy = { ...person('approver', 'office'), deputises }
    const units = ['office', 'town', 'staffed']
    const may = (unit: string) => mayTakeReport(deputy, 'object', report({ units }), unit)
    expect(may('office')).toBeNull()
    expect(may('town')).toBeNull()
    expect(may('staffed')).toBe('notAllowed')
    const seen = unitsOfReport(deputy, {
      isPublished: false,
      units: units.map((id) => ({ id, above: 'county' })),
    })
    expect(seen.map(({ id }) => id)).toEqual(['office', 'town'])
  })

  it('the centre publishes after the time to object, once each objection is decided', () => {
    const may = (given?: Partial<ReportFacts>) =>
      mayTakeReport(person('centre'), 'publish', report(given))
    expect(may()).toBe('notOver')
    expect(may({ isOver: true })).toBeNull()
    expect(may({ isOver: true, undecided: ['bureau'] })).toBe('undecided')
    expect(mayTakeReport(person('approver'), 'publish', report({ isOver: true }))).toBe(
      'notAllowed',
    )
  })

  it('before it is published a unit sees itself and what lies below, an evaluator nothing', () => {
    const units = [
      { id: 'bureau', above: null },
      { id: 'town', above: 'bureau' },
      { id: 'other', above: null },
    ]
    const seen = (role: Role, isPublished: boolean) =>
      unitsOfReport(person(role), { isPublished, units }).map(({ id }) => id)
    expect(seen('editor', false)).toEqual(['bureau', 'town'])
    expect(seen('centre', false)).toEqual(['bureau', 'town', 'other'])
    expect(seen('evaluator', false)).toEqual([])
    for (const role of ['editor', 'evaluator'] as const)
      expect(seen(role, true)).toEqual(['bureau', 'town', 'other'])
    for (const role of ['agent', 'staff', 'operator', 'auditor'] as const)
      expect(seen(role, true)).toEqual([])
  })
})
