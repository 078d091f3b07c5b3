import { describe, expect, it } from '@jest/globals'
import { refusals } from '@/access/refusals'
import {
  categories,
  editableStates,
  fields,
  libraries,
  numberPrefix,
  roles,
  rolesOfTheCentre,
  states,
  steps,
  type Library,
  type State,
  type Step,
  type StepRule,
} from '@/access/rules'
import { fieldNames, roleNames } from '@/i18n/names'
import { refusalTexts } from '@/i18n/refusals'
import { stateNames, stepNames } from '@/i18n/steps'

const names = Object.keys(steps) as Step[]
const ruleOf = (step: Step): StepRule => steps[step]

/** Copied by hand from the specification: from, to, by whom. What the table says is compared with this. */
const specified: Record<Step, string> = {
  submit: 'draft returned > pending : editor',
  recall: 'pending > draft : editor',
  agree: 'pending > same : approver',
  object: 'pending > same : approver',
  requestReturn: 'approved > same : editor',
  approve: 'pending > approved : approver',
  return: 'pending approved > returned : approver',
  revise: 'approved > draft : editor',
  saveDirectly: 'approved > same : centre',
  requestDeletion: 'draft returned approved > same : editor',
  withdrawRequest: 'draft returned approved > same : editor',
  approveDeletion: 'draft returned approved > same : approver',
  refuseDeletion: 'draft returned approved > same : approver',
  discard: 'draft > same : editor',
  publish: 'draft > approved : centre',
  delete: 'draft pending approved returned > same : approver',
  restore: 'draft pending approved returned > draft : centre',
  open: 'draft pending approved returned > same : approver',
  close: 'draft pending approved returned > same : approver',
  withdraw: 'draft pending approved returned > unapproved : approver centre',
  resume: 'draft pending approved returned > same : approver',
  activate: 'draft pending approved returned > same : approver centre',
  reschedule: 'draft pending approved returned > same : approver centre',
  deactivate: 'draft pending approved returned > same : approver centre',
  push: 'draft pending approved returned > same : approver centre',
  unpush: 'draft pending approved returned > same : approver centre',
  lapse: 'draft pending approved returned > unapproved : ',
  purge: 'draft pending approved returned > same : ',
  relocate: 'draft pending approved returned > same : centre',
}

describe('the table of steps', () => {
  it.each(names)('%s leads where the specification says, by whom it says', (step) => {
    const { from, to, by } = ruleOf(step)
    expect(`${from.join(' ')} > ${to} : ${by.join(' ')}`).toBe(specified[step])
  })

  it.each(states.filter((state) => state !== 'draft'))(
    '%s can be reached from a draft',
    (state) => {
      expect([...reachableFrom('draft')]).toContain(state)
    },
  )

  it.each(states)('a text that is %s can become a draft again', (state) => {
    expect([...reachableFrom(state)]).toContain('draft')
  })

  it('a text becomes approved only by an approver, or as a case by the centre', () => {
    const leading = names.filter((step) => ruleOf(step).to === 'approved')
    expect(leading).toEqual(['approve', 'publish'])
    expect(ruleOf('publish').libraries).toEqual(['cases'])
  })

  it.each(['approve', 'approveDeletion', 'refuseDeletion'] as const)(
    'nobody decides on their own work by %s',
    (step) => {
      expect(ruleOf(step).not).toEqual(step === 'approve' ? ['writer', 'submitter'] : ['requester'])
    },
  )

  it.each(['return', 'requestDeletion', 'refuseDeletion'] as const)(
    '%s asks for a reason',
    (step) => {
      expect(ruleOf(step).needs).toContain('reason')
    },
  )

  it('approving asks for an opened revision and the confirmation', () => {
    expect(ruleOf('approve').needs).toEqual(['opened', 'confirmed', 'named'])
  })

  it('while a deletion is asked for, nothing is submitted, approved, revised or saved', () => {
    const held = names.filter((step) => ruleOf(step).when.includes('not requested'))
    expect(held).toEqual([
      ...['submit', 'approve', 'revise', 'requestReturn', 'saveDirectly', 'requestDeletion'],
    ])
  })

  it('no step belongs to agents, staff, the operator or the auditor', () => {
    const taking = new Set(names.flatMap((step) => ruleOf(step).by))
    expect([...taking].sort()).toEqual(['approver', 'centre', 'editor'])
  })

  it('several at once go where the specification says so, and nowhere else', () => {
    expect(names.filter((step) => ruleOf(step).several)).toEqual([
      ...['submit', 'approve', 'requestDeletion', 'withdrawRequest'],
      ...['delete', 'restore', 'open', 'close'],
    ])
  })

  it.each(names)(
    '%s says whose switches readers get exactly where it shows a text by them',
    (step) => {
      const { publication, switches } = ruleOf(step)
      const shown = { open: ['proposed', 'unlessClosed', 'kept'], switch: ['opened', 'closed'] }
      const possible = Object.entries(shown).find(([name]) => name === publication)?.[1] ?? ['none']
      expect(possible).toContain(switches)
    },
  )

  it('what was asked for is decided on by approvers, and only the centre sends a text with a step', () => {
    const deciding = names.filter((step) => ruleOf(step).decidesOn !== 'none')
    expect(new Set(deciding.flatMap((step) => ruleOf(step).by))).toEqual(new Set(['approver']))
    expect(names.filter((step) => ruleOf(step).text === 'sent')).toEqual(['saveDirectly'])
  })

  it('texts are saved in draft and returned only', () => {
    expect(editableStates).toEqual(['draft', 'returned'])
  })
})

describe('what people read about the table', () => {
  it.each(names)('%s has a name in both languages', (step) => {
    expect(stepNames[step].zh).toMatch(/\p{Script=Han}/u)
    expect(stepNames[step].en).toMatch(/[A-Za-z]/)
  })

  it.each(states)('%s has a name in both languages', (state) => {
    expect(stateNames[state].zh).toMatch(/\p{Script=Han}/u)
    expect(stateNames[state].en).toMatch(/[A-Za-z]/)
  })

  it.each(roles)('%s has a name in both languages', (role) => {
    expect(roleNames[role].zh).toMatch(/\p{Script=Han}/u)
    expect(roleNames[role].en).toMatch(/[A-Za-z]/)
  })

  it.each(Object.keys(refusals) as (keyof typeof refusals)[])(
    'the refusal %s says why in both languages, with the status of the contract',
    (code) => {
      expect(refusalTexts.zh[code].detail).toMatch(/\p{Script=Han}/u)
      expect(refusalTexts.zh[code].title).toMatch(/\p{Script=Han}/u)
      expect(refusalTexts.en[code].detail).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
      expect(refusalTexts.en[code].title).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
      expect(refusals[code]).toBe(contract[code])
    },
  )

  it('every field of a knowledge entry that can be missing has a name', () => {
    const required = fields.knowledge.filter((field) => field.required).map(({ name }) => name)
    expect(required.filter((name) => !fieldNames[name])).toEqual([])
  })
})

describe('the lists of the specification', () => {
  it('a knowledge entry has its fields in the order of the procedure', () => {
    expect(fields.knowledge.slice(0, 6).map(({ name }) => name)).toEqual([
      'category',
      'title',
      'summary',
      'openToUnits',
      'openToPublic',
      'body',
    ])
    expect(fields.knowledge.filter((field) => field.required)).toHaveLength(6)
  })

  it('a plan is never open to the public', () => {
    expect(fields.plans.map(({ name }) => name)).not.toContain('openToPublic')
  })

  it('each kind of unit has its categories in the order of the procedure', () => {
    expect(categories).toEqual({
      municipal: ['details', 'duties', 'powers', 'services', 'policies', 'hotspots'],
      county: ['details', 'powers', 'services', 'policies', 'hotspots'],
      township: ['details'],
      region: [],
    })
  })

  it('numbers of two libraries never look alike', () => {
    const prefixes = libraries.map((library: Library) => numberPrefix[library])
    expect(new Set(prefixes).size).toBe(libraries.length)
  })

  it('agents, the centre, the operator, the auditor and evaluators exist only at the hotline centre', () => {
    expect(rolesOfTheCentre).toEqual(['agent', 'centre', 'operator', 'auditor', 'evaluator'])
  })
})

const contract: Record<keyof typeof refusals, number> = {
  wrongState: 409,
  changedMeanwhile: 409,
  notAllowed: 403,
  ownSubmission: 403,
  reasonMissing: 400,
  incomplete: 400,
  notOpened: 400,
  findingsUnconfirmed: 400,
  personalNumbers: 400,
  invalid: 400,
  notSignedIn: 401,
  locked: 401,
  notFound: 404,
  readAnew: 410,
  internal: 500,
  busy: 503,
  badParameter: 400,
  badBody: 400,
  unknownAgent: 400,
  crossSite: 403,
  methodNotAllowed: 405,
  tooLarge: 413,
  tooManyRequests: 429,
}

function reachableFrom(start: State): Set<State> {
  const reached = new Set<State>()
  const waiting: State[] = [start]
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    for (const step of names) {
      const rule = ruleOf(step)
      const { from } = rule
      const to = rule.to === 'unapproved' ? 'draft' : rule.to
      if (to === 'same' || !from.includes(state) || reached.has(to)) continue
      reached.add(to)
      waiting.push(to)
    }
  }
  return reached
}
