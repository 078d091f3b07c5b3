import { describe, expect, it } from '@jest/globals'
import type { Actor } from '@/access/actor'
import { roles, type Role } from '@/access/rules'
import {
  emptySite,
  mayTakeSiteStep,
  seesSiteVersions,
  siteRightFrom,
  siteStates,
  siteStepRefusal,
  siteSteps,
  siteStepsFor,
  siteTextKeys,
  type SiteAsked,
  type SiteFacts,
  type SiteStep,
  type SiteStepRule,
} from '@/access/site'
import { siteHash } from '@/workflow/site/contentSent'

const steps = Object.keys(siteSteps) as SiteStep[]
const rules: Record<SiteStep, SiteStepRule> = siteSteps
const states = ['none', ...siteStates] as const
const person = (role: Role, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'p', name: '某人', unit: 'centre', roles: [role], ...more },
})
const facts = (state: SiteFacts['state'], more: Partial<SiteFacts> = {}): SiteFacts => ({
  ...{ state, writers: ['w'], submitter: 's', centre: 'centre', ...more },
})

describe('each step of the site', () => {
  it.each(steps)('is taken by its role at the centre where it stands so: %s', (step) => {
    const { by, from } = rules[step]
    for (const role of roles)
      for (const state of states) {
        const may = mayTakeSiteStep(person(role), step, facts(state))
        const expected = role !== by ? 'notAllowed' : from.includes(state) ? null : 'wrongState'
        expect([role, state, may]).toEqual([role, state, expected])
        const elsewhere = person(role, { unit: 'other' })
        expect(mayTakeSiteStep(elsewhere, step, facts(state))).toBe('notAllowed')
      }
    expect(mayTakeSiteStep(null, step, facts('draft'))).toBe('notSignedIn')
  })

  it('is seen with its history by writers and deciders of the centre alone', () => {
    const seeing = roles.filter((role) => seesSiteVersions(person(role), 'centre'))
    expect(seeing.toSorted()).toEqual(['approver', 'centre'])
    expect(seesSiteVersions(person('centre', { unit: 'other' }), 'centre')).toBe(false)
    expect(seesSiteVersions(null, 'centre')).toBe(false)
  })

  it('is approved by nobody who wrote or submitted it, and returned by them all the same', () => {
    const both = person('approver', { roles: ['approver', 'centre'] })
    for (const own of [{ writers: ['w', 'p'] }, { submitter: 'p' }]) {
      expect(mayTakeSiteStep(both, 'approve', facts('pending', own))).toBe('ownSubmission')
      expect(siteStepsFor(both, facts('pending', own))).toEqual(['recall', 'return'])
    }
    expect(siteStepsFor(both, facts('pending'))).toEqual(['recall', 'approve', 'return'])
  })
})

describe('whoever stands in for an approver', () => {
  const wrote = { id: 'w', name: '写的人', from: '2026-01-01', until: '2026-12-31' }
  const other = { ...wrote, id: 'o', name: '没有写的人' }
  const delegate = (...standsInFor: NonNullable<Actor['standsInFor']>) =>
    person('approver', { standsInFor })

  it('approves what that one may approve, in their name', () => {
    expect(mayTakeSiteStep(delegate(other), 'approve', facts('pending'))).toBeNull()
    expect(siteRightFrom(delegate(wrote, other), 'approve', facts('pending'))?.id).toBe('o')
  })

  it('approves nothing that one wrote or submitted, and nothing of their own', () => {
    const refused = (actor: Actor, more: Partial<SiteFacts> = {}) =>
      mayTakeSiteStep(actor, 'approve', facts('pending', more))
    expect(refused(delegate(wrote))).toBe('ownSubmission')
    expect(refused(delegate(other), { submitter: 'o' })).toBe('ownSubmission')
    expect(refused(delegate(other), { writers: ['p'] })).toBe('ownSubmission')
    expect(siteRightFrom(delegate(wrote), 'approve', facts('pending'))).toBeNull()
  })
})

describe('what a step asks for', () => {
  const all: SiteAsked = {
    ...{ isAsSeen: true, isOpened: true, isChanged: true, unnamed: [], reason: '原因' },
    confirmed: ['legality', 'accuracy', 'timeliness', 'standard', 'confidentiality'],
  }
  // prettier-ignore
  const lacks = {
    changed: [{ isChanged: false }, 'incomplete'], opened: [{ isOpened: false }, 'notOpened'],
    confirmed: [{ confirmed: all.confirmed.slice(1) }, 'incomplete'],
    named: [{ unnamed: ['mobileNumber'] }, 'findingsUnconfirmed'], reason: [{ reason: ' ' }, 'reasonMissing'],
  } as const

  it.each(steps)('is that and nothing else, in the words that were seen: %s', (step) => {
    const { by, from, needs } = rules[step]
    const refusal = (asked: Partial<SiteAsked>) =>
      siteStepRefusal(person(by), step, facts(from[0]!), { ...all, ...asked })?.code ?? null
    expect(refusal({})).toBeNull()
    expect(refusal({ isAsSeen: false })).toBe('changedMeanwhile')
    for (const need of Object.keys(lacks) as (keyof typeof lacks)[]) {
      const [asked, code] = lacks[need]
      expect([need, refusal(asked)]).toEqual([need, needs.includes(need) ? code : null])
    }
  })
})

describe('the hash of the site', () => {
  it('is another one with each field, and of what stands where', () => {
    const hashes = [...siteTextKeys, 'color', 'emblem'].map((field) =>
      siteHash({ ...emptySite, [field]: '同' }),
    )
    expect(new Set([siteHash(emptySite), ...hashes]).size).toBe(hashes.length + 1)
  })
})
