import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { deputisedBy } from '@/access/deputies'
import { states, type Mark } from '@/access/rules'
import type { ConsultedAnswer, Entry } from '@/workflow/entry'
import { askedFor, askings } from '@/workflow/telling/askings'
import { entry as factsWith, person } from '../../access/facts'
import { whereMatches } from '../../access/whereMatches'

const units = ['hotline', 'tax', 'police'].map((id) => ({
  ...{ id, kind: 'department', unitAbove: null, isOffice: false, isCentre: id === 'hotline' },
}))
const ids = units.map(({ id }) => id)
const people = ['li', 'wang']
const cases = fc
  .record({
    unit: fc.constantFrom(...ids),
    state: fc.constantFrom(...states),
    writers: fc.subarray(people),
    submitter: fc.option(fc.constantFrom(...people)),
    requester: fc.option(fc.constantFrom(...people)),
    returnRequester: fc.option(fc.constantFrom(...people)),
    consulted: fc.subarray(ids),
    answered: fc.subarray(ids),
    isTrashed: fc.boolean(),
    own: fc.constantFrom(...ids),
    roles: fc.subarray(['editor', 'approver', 'centre'] as const, { minLength: 1 }),
    approvers: fc.dictionary(fc.constantFrom(...ids), fc.subarray(people)),
  })
  .map(({ own, roles, approvers, returnRequester, consulted, answered, isTrashed, ...given }) => {
    const { unit, state, writers, submitter, requester } = given
    const marked: [Mark, unknown][] = [
      ['requested', requester],
      ['returnRequested', returnRequester],
      ['trashed', isTrashed],
    ]
    const city = { units, approvers: new Map(Object.entries(approvers)) }
    const row = {
      ...{ unit, unitAbove: null, state, submitter, deletionRequestedBy: requester },
      ...{ returnRequestedBy: returnRequester, writers: JSON.stringify(writers) },
      consulted: JSON.stringify(consulted),
      answers: JSON.stringify(
        answered.map((of) => ({ unit: of }) satisfies Partial<ConsultedAnswer>),
      ),
      trashedAt: isTrashed ? '2026-11-01T00:00:00Z' : null,
    }
    return {
      who: { ...person(roles, own), deputises: deputisedBy(own, city) },
      facts: factsWith({
        ...{ unit, unitAbove: null, state, writers, submitter, requester, consulted },
        marks: marked.filter(([, isSet]) => Boolean(isSet)).map(([mark]) => mark),
        unanswered: consulted.filter((one) => !answered.includes(one)),
      }),
      row,
      entry: row as Partial<Entry> as Entry,
    }
  })

describe.each(askedFor)('what waits for somebody to %s', (step) => {
  const { where, near, units: unitsOf, isFor, isAskedOf } = askings[step]

  it('is found by the query as long as it is asked of one unit or another, and no longer', () => {
    fc.assert(
      fc.property(cases, ({ entry, facts, row }) => {
        for (const unit of unitsOf(facts))
          expect(whereMatches(where, row)).toBe(isAskedOf(entry, unit))
      }),
      { numRuns: 2000 },
    )
  })

  it('is found by everyone of whom it is asked', () => {
    fc.assert(
      fc.property(cases, ({ who, facts, row }) => {
        expect(!isFor(who, facts) || whereMatches(near(who), row)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
