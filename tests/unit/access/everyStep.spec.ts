import { describe, expect, it } from '@jest/globals'
import { maySave, mayTake, stepsFor } from '@/access/can'
import { roles, states, steps, type Role, type State, type Step } from '@/access/rules'
import { entry, person } from './facts'

const names = Object.keys(steps) as Step[]

/** What each role of the unit may do with a text of another person, by state: written by hand, in full. */
const allowed: Partial<Record<Role, Record<State, Step[]>>> = {
  editor: { draft: ['submit'], pending: ['recall'], approved: [], returned: ['submit'] },
  approver: { draft: [], pending: ['approve', 'return'], approved: [], returned: [] },
}

const everyCase = roles.flatMap((role) =>
  states.flatMap((state) => names.map((step) => ({ role, state, step }))),
)
const isAllowed = ({ role, state, step }: (typeof everyCase)[number]) =>
  allowed[role]?.[state].includes(step) ?? false

describe('every role, step and state', () => {
  it.each(everyCase.filter(isAllowed))('$role of the unit may $step what is $state', (given) => {
    expect(mayTake(person(given.role), given.step, entry({ state: given.state }))).toBeNull()
  })

  it.each(everyCase.filter((given) => !isAllowed(given)))(
    '$role of the unit may not $step what is $state',
    ({ role, state, step }) => {
      expect(mayTake(person(role), step, entry({ state }))).toEqual({
        code: expect.stringMatching(/^(notAllowed|wrongState)$/),
      })
    },
  )

  it.each(everyCase)(
    '$role of another unit may not $step what is $state',
    ({ role, state, step }) => {
      expect(mayTake(person(role, 'tax-office'), step, entry({ state }))).not.toBeNull()
    },
  )

  it.each(everyCase)(
    '$role of the unit above may not $step what is $state while the unit decides itself',
    ({ role, state, step }) => {
      expect(mayTake(person(role, 'county'), step, entry({ state }))).not.toBeNull()
    },
  )

  it.each(names)('nobody who is not signed in may %s', (step) => {
    const refusals = states.map((state) => mayTake(null, step, entry({ state })))
    expect(refusals).toEqual(states.map(() => ({ code: 'notSignedIn' })))
  })
})

describe('which refusal is told', () => {
  it('a wrong role is told so, whatever the state', () => {
    expect(mayTake(person('staff'), 'approve', entry())).toEqual({ code: 'notAllowed' })
    expect(mayTake(person('staff'), 'approve', entry({ state: 'draft' }))).toEqual({
      code: 'notAllowed',
    })
  })

  it('the right role in the wrong state is told the state', () => {
    expect(mayTake(person('editor'), 'submit', entry())).toEqual({ code: 'wrongState' })
    expect(mayTake(person('approver'), 'approve', entry({ state: 'approved' }))).toEqual({
      code: 'wrongState',
    })
  })

  it('a step that waits for its issue is answered as a wrong state, not taken', () => {
    expect(mayTake(person('editor'), 'revise', entry({ state: 'approved' }))).toEqual({
      code: 'wrongState',
    })
    expect(
      mayTake(person('centre', 'hotline'), 'saveDirectly', entry({ state: 'approved' })),
    ).toEqual({ code: 'wrongState' })
  })
})

describe('the buttons a person gets', () => {
  it.each([
    ['editor', 'draft', ['submit']],
    ['editor', 'pending', ['recall']],
    ['approver', 'pending', ['approve', 'return']],
    ['approver', 'draft', []],
    ['centre', 'pending', []],
    ['agent', 'pending', []],
  ] as const)('%s sees for a text that is %s exactly %j', (role, state, shown) => {
    expect(stepsFor(person(role), entry({ state }))).toEqual(shown)
  })

  it('somebody who is editor and approver sees the buttons of both', () => {
    const both = person(['editor', 'approver'])
    expect(stepsFor(both, entry())).toEqual(['recall', 'approve', 'return'])
  })
})

describe('saving a text', () => {
  it.each(roles.flatMap((role) => states.map((state) => ({ role, state }))))(
    '$role of the unit saves what is $state only as an editor, in draft and returned',
    ({ role, state }) => {
      const mayBeSaved = role === 'editor' && ['draft', 'returned'].includes(state)
      expect(maySave(person(role), entry({ state })) === null).toBe(mayBeSaved)
    },
  )

  it('the editor of another unit is told that there is nothing', () => {
    const refusal = maySave(person('editor', 'tax-office'), entry({ state: 'draft' }))
    expect(refusal).toEqual({ code: 'notFound' })
  })

  it('the editor of the unit above reads, but does not save', () => {
    const refusal = maySave(person('editor', 'county'), entry({ state: 'draft' }))
    expect(refusal).toEqual({ code: 'notAllowed' })
  })

  it('a pending text is recalled first', () => {
    expect(maySave(person('editor'), entry())).toEqual({ code: 'wrongState' })
  })

  it('a text whose deletion is asked for is not saved', () => {
    const asked = entry({ state: 'draft', deletionRequestedBy: 'someone' })
    expect(maySave(person('editor'), asked)).toEqual({ code: 'wrongState' })
  })
})
