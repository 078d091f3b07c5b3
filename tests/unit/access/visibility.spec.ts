import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { audienceOf, audienceQuery, isVisibleTo, type Visible } from '@/access/audience'
import { isInReach, reachQuery } from '@/access/reach'
import { readsCopies, readsLive, roles, type Role } from '@/access/rules'
import { person } from './facts'
import { whereMatches } from './whereMatches'

const units = ['civil-affairs', 'tax-office', 'county', 'other-county', 'hotline']
const unit = fc.constantFrom(...units)
const unitAbove = fc.constantFrom(null, 'county', 'other-county')
const someRoles = fc.subarray([...roles], { minLength: 1 })
const now = Date.parse('2026-11-22T10:00:00+08:00')
const instant = fc.option(
  fc.oneof(
    fc.constantFrom(now - 1, now, now + 1),
    fc.integer({ min: now - 1e10, max: now + 1e10 }),
  ),
)
/** What is open to the public is open to units: the save sees to it. */
const text: fc.Arbitrary<Visible> = fc
  .record({
    openToUnits: fc.boolean(),
    openToPublic: fc.boolean(),
    unit,
    unitAbove,
    validFrom: instant,
    validUntil: instant,
  })
  .map((row) => ({ ...row, openToUnits: row.openToUnits || row.openToPublic }))
const stored = (row: Visible) => ({
  ...row,
  isLive: true,
  validFrom: row.validFrom === null ? null : new Date(row.validFrom).toISOString(),
  validUntil: row.validUntil === null ? null : new Date(row.validUntil).toISOString(),
})

const closed: Visible = {
  openToUnits: false,
  openToPublic: false,
  unit: 'civil-affairs',
  unitAbove: 'county',
  validFrom: null,
  validUntil: null,
}
const sees = (role: Role, of: string, more: Partial<Visible> = {}) =>
  isVisibleTo(audienceOf(person(role, of)), { ...closed, ...more }, now)

describe('asking about one and asking for many', () => {
  it('agree on the working copies in reach', () => {
    fc.assert(
      fc.property(someRoles, unit, unit, unitAbove, (held, own, of, above) => {
        const actor = person(held, own)
        const place = { unit: of, unitAbove: above }
        expect(whereMatches(reachQuery(actor), place)).toBe(isInReach(actor, place))
      }),
      { numRuns: 2000 },
    )
  })

  it('agree on the live texts a reader may see, at every instant', () => {
    fc.assert(
      fc.property(fc.option(fc.tuple(someRoles, unit)), text, (reader, row) => {
        const audience = audienceOf(reader && person(reader[0], reader[1]))
        const query = audienceQuery(audience, new Date(now))
        expect(whereMatches(query, stored(row))).toBe(isVisibleTo(audience, row, now))
      }),
      { numRuns: 5000 },
    )
  })

  it('a row that is not live any more is found by no audience', () => {
    fc.assert(
      fc.property(someRoles, unit, text, (held, own, row) => {
        const query = audienceQuery(audienceOf(person(held, own)), new Date(now))
        expect(whereMatches(query, { ...stored(row), isLive: false })).toBe(false)
      }),
    )
  })

  it('one more role never shows less', () => {
    fc.assert(
      fc.property(someRoles, someRoles, unit, text, (held, more, own, row) => {
        const few = isVisibleTo(audienceOf(person(held, own)), row, now)
        const many = isVisibleTo(audienceOf(person([...held, ...more], own)), row, now)
        expect(many || !few).toBe(true)
      }),
    )
  })
})

describe('who sees a live text that is not open', () => {
  it.each([
    ['staff of its unit', 'staff', 'civil-affairs', true],
    ['the editor of its unit', 'editor', 'civil-affairs', true],
    ['the approver of the unit above', 'approver', 'county', true],
    ['agents', 'agent', 'hotline', true],
    ['the centre', 'centre', 'hotline', true],
    ['staff of the unit above', 'staff', 'county', false],
    ['staff of another unit', 'staff', 'tax-office', false],
    ['the editor of another unit', 'editor', 'tax-office', false],
    ['the approver of another county', 'approver', 'other-county', false],
    ['the operator', 'operator', 'hotline', false],
    ['the auditor', 'auditor', 'hotline', false],
  ] as const)('%s: %s of %s, %s', (_who, role, of, isSeen) => {
    expect(sees(role, of)).toBe(isSeen)
  })

  it('the public does not', () => {
    expect(isVisibleTo(audienceOf(null), closed, now)).toBe(false)
  })
})

describe('who sees what is open', () => {
  it.each(roles)('%s of another unit sees what is open to the public', (role) => {
    expect(sees(role, 'tax-office', { openToUnits: true, openToPublic: true })).toBe(true)
  })

  it('people of other units see what is open to units', () => {
    expect(sees('staff', 'tax-office', { openToUnits: true })).toBe(true)
    expect(sees('editor', 'tax-office', { openToUnits: true })).toBe(true)
  })

  it('the operator, the auditor and the public do not see what is open to units only', () => {
    const open = { ...closed, openToUnits: true }
    expect(sees('operator', 'hotline', open)).toBe(false)
    expect(sees('auditor', 'hotline', open)).toBe(false)
    expect(isVisibleTo(audienceOf(null), open, now)).toBe(false)
  })

  it('a text out of its validity is seen by nobody, also not by its own unit', () => {
    const open = { ...closed, openToUnits: true, openToPublic: true }
    const shown = roles.flatMap((role) => [
      sees(role, 'civil-affairs', { ...open, validUntil: now - 1 }),
      sees(role, 'civil-affairs', { ...open, validFrom: now + 1 }),
    ])
    expect(shown).not.toContain(true)
  })

  it('a text is seen in its first and in its last instant', () => {
    expect(sees('agent', 'hotline', { validFrom: now, validUntil: now })).toBe(true)
  })
})

describe('who reads working copies', () => {
  it('editors and approvers of the unit and of the unit above, and the centre', () => {
    const place = { unit: 'civil-affairs', unitAbove: 'county' }
    const reading = roles.flatMap((role) =>
      units.filter((of) => isInReach(person(role, of), place)).map((of) => `${role} of ${of}`),
    )
    expect(reading.sort()).toEqual(
      [
        'approver of civil-affairs',
        'approver of county',
        ...units.map((of) => `centre of ${of}`),
        'editor of civil-affairs',
        'editor of county',
      ].sort(),
    )
  })

  it('nobody who is not signed in', () => {
    expect(reachQuery(null)).toBe(false)
  })

  it('versions are asked for by where their entry stands now', () => {
    expect(reachQuery(person('editor'), 'parent.')).toEqual({
      or: [
        { 'parent.unit': { equals: 'civil-affairs' } },
        { 'parent.unitAbove': { equals: 'civil-affairs' } },
      ],
    })
  })

  it('who reads copies reads the live texts of the same units too', () => {
    const wider = { none: 0, publicOnly: 0, ownUnit: 0, ownUnitAndBelow: 1, everything: 2 }
    const narrower = roles.filter((role) => wider[readsLive[role]] < wider[readsCopies[role]])
    expect(narrower).toEqual([])
  })
})
