import { describe, expect, it } from '@jest/globals'
import { maySave, mayTake, stepsFor } from '@/access/can'
import { askedSteps, roles, states, type Role, type State, type Step } from '@/access/rules'
import type { EntryFacts } from '@/access/entryFacts'
import { doomed, entry, person } from './facts'

const names = askedSteps

const online: Step[] = ['delete', 'open', 'close', 'withdraw', 'push']

/** What each role of the unit may do with a text of another person that is online, by state: written by hand. */
const allowed: Partial<Record<Role, Record<State, Step[]>>> = {
  editor: {
    draft: ['submit', 'requestDeletion'],
    pending: ['recall'],
    approved: ['revise', 'requestDeletion'],
    returned: ['submit', 'requestDeletion'],
  },
  approver: {
    draft: online,
    pending: ['approve', 'return', ...online],
    approved: ['return', ...online],
    returned: online,
  },
  centre: {
    draft: ['withdraw', 'push'],
    pending: ['withdraw', 'push'],
    approved: ['saveDirectly', 'withdraw', 'push'],
    returned: ['withdraw', 'push'],
  },
}

const live = (more: Partial<EntryFacts>) => entry({ isLive: true, ...more })

const everyCase = roles.flatMap((role) =>
  states.flatMap((state) => names.map((step) => ({ role, state, step }))),
)
const isAllowed = ({ role, state, step }: (typeof everyCase)[number]) =>
  allowed[role]?.[state].includes(step) ?? false

describe('every role, step and state', () => {
  it.each(everyCase.filter(isAllowed))('$role of the unit may $step what is $state', (given) => {
    expect(mayTake(person(given.role), given.step, live({ state: given.state }))).toBeNull()
  })

  it.each(everyCase.filter((given) => !isAllowed(given)))(
    '$role of the unit may not $step what is $state',
    ({ role, state, step }) => {
      expect(mayTake(person(role), step, live({ state }))).toEqual({
        code: expect.stringMatching(/^(notAllowed|wrongState)$/),
      })
    },
  )

  const ofUnits = everyCase.filter(({ role }) => role !== 'centre')

  it.each(ofUnits)(
    '$role of another unit may not $step what is $state',
    ({ role, state, step }) => {
      expect(mayTake(person(role, 'tax-office'), step, live({ state }))).not.toBeNull()
    },
  )

  it.each(ofUnits)(
    '$role of the unit above may not $step what is $state while the unit decides itself',
    ({ role, state, step }) => {
      expect(mayTake(person(role, 'county'), step, live({ state }))).not.toBeNull()
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
})

describe('the buttons a person gets', () => {
  it.each([
    ['editor', 'draft', ['submit', 'requestDeletion']],
    ['editor', 'pending', ['recall']],
    ['approver', 'pending', ['approve', 'return', 'delete']],
    ['approver', 'draft', ['delete']],
    ['centre', 'pending', []],
    ['agent', 'pending', []],
  ] as const)('%s sees for a text that is %s exactly %j', (role, state, shown) => {
    expect(stepsFor(person(role), entry({ state }))).toEqual(shown)
  })

  it('somebody who is editor and approver sees the buttons of both', () => {
    const both = person(['editor', 'approver'])
    expect(stepsFor(both, entry())).toEqual(['recall', 'approve', 'return', 'delete'])
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
    expect(maySave(person('editor'), doomed())).toEqual({ code: 'wrongState' })
  })
})
