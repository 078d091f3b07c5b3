import { describe, expect, it } from '@jest/globals'
import { bulletinsFor, isEnd, longestActivation, type Posted } from '@/access/bulletins'
import { can, mayTake, stepsFor } from '@/access/can'
import { steps, type Step } from '@/access/rules'
import { asked, deputy, entry, person } from './facts'

const plan = (more: Parameters<typeof entry>[0] = {}) =>
  entry({ library: 'plans', state: 'approved', isLive: true, ...more })
const active = plan({ marks: ['activated'] })
const now = new Date('2026-12-01T09:00:00+08:00')
const ahead = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)

describe('启动预案', () => {
  it.each([
    ['an approver of its unit', person('approver')],
    ['the centre', person('centre', 'hotline')],
    ['who decides in the place of a unit without approvers', deputy('office')],
  ])('is done by %s', (_, who) => {
    expect(can(who, 'activate', plan(), asked())).toBeNull()
  })

  it.each([
    ['an editor of its unit', person('editor')],
    ['an approver of another unit', person('approver', 'tax-office')],
    ['an agent', person('agent', 'hotline')],
    ['who decides in the place of others only', deputy('office', ['its-approver'])],
  ])('is refused to %s', (_, who) => {
    expect(can(who, 'activate', plan(), asked())).toEqual({ code: 'notAllowed' })
  })

  it('is of plans alone; everything but cases is pushed to agents', () => {
    for (const step of ['activate', 'reschedule', 'deactivate'] as const)
      expect(steps[step].libraries).toEqual(['plans'])
    for (const step of ['push', 'unpush'] as const)
      expect(steps[step].libraries).toEqual(['knowledge', 'plans', 'notices'])
  })

  it('needs a text that is online, and none that is active already', () => {
    const approver = person('approver')
    expect(mayTake(approver, 'activate', plan({ isLive: false }))?.code).toBe('wrongState')
    expect(mayTake(approver, 'activate', active)?.code).toBe('wrongState')
    expect(mayTake(approver, 'activate', entry({ isLive: true }))?.code).toBe('wrongState')
  })

  it('needs no validity, which plans have none of; what is pushed is in force', () => {
    const [approver, online] = [person('approver'), entry({ state: 'approved', isLive: true })]
    const later = asked({ isInForce: false })
    expect(can(approver, 'push', online, later)).toEqual({ code: 'wrongState' })
    expect(can(approver, 'push', online, asked())).toBeNull()
    expect(can(approver, 'activate', plan(), later)).toBeNull()
  })

  it('needs a sentence, and an end that lies ahead and not too far', () => {
    const refusal = (more: Parameters<typeof asked>[0]) =>
      can(person('approver'), 'activate', plan(), asked(more))
    expect(refusal({ sentence: ' ' })).toEqual({ code: 'incomplete', fields: ['sentence'] })
    for (const until of [null, now, ahead(-1), ahead(longestActivation + 1)])
      expect(refusal({ until, now })).toEqual({ code: 'invalid', fields: ['until'] })
    expect(refusal({ until: ahead(longestActivation), now })).toBeNull()
  })

  it('shows the buttons of what stands, and no other', () => {
    const ofBulletins: Step[] = ['activate', 'reschedule', 'deactivate', 'push', 'unpush']
    const shown = (given: typeof active) =>
      stepsFor(person('approver'), given).filter((step) => ofBulletins.includes(step))
    expect(shown(plan())).toEqual(['activate', 'push'])
    expect(shown(active)).toEqual(['reschedule', 'deactivate', 'push'])
    expect(shown(plan({ marks: ['activated', 'pushed'] }))).toEqual([
      ...(['reschedule', 'deactivate', 'unpush'] as const),
    ])
  })
})

describe('who sees a bulletin', () => {
  const posted = (id: string, more: object = {}, text: object = {}): Posted => ({
    entry: id,
    bulletin: {
      ...{ id, kind: 'activated', number: id, library: 'plans', title: id, sentence: '去做' },
      ...{ unit: { id: 'water', name: '水务局' }, since: '2026-12-01T00:00:00.000Z' },
      ...{ until: ahead(1).toISOString(), ...more },
    },
    text: {
      ...{ openToUnits: false, openToPublic: false, unit: 'water', unitAbove: null },
      ...{ validFrom: null, validUntil: null, ...text },
    },
  })
  const seen = (all: Posted[], audience: Parameters<typeof bulletinsFor>[1], at = now) =>
    bulletinsFor(all, audience, at.getTime()).map(({ id }) => id)
  const tax = { sees: 'units', own: 'tax', below: false } as const

  it('is who may read its text', () => {
    const all = [posted('closed'), posted('open', {}, { openToUnits: true })]
    expect(seen(all, { sees: 'everything' })).toEqual(['closed', 'open'])
    expect(seen(all, tax)).toEqual(['open'])
    expect(seen(all, { ...tax, own: 'water' })).toEqual(['closed', 'open'])
    expect(seen(all, { sees: 'public' })).toEqual([])
  })

  it('is nobody from its end on, nor out of the validity of its text', () => {
    const everybody = { sees: 'everything' } as const
    expect(seen([posted('a')], everybody, ahead(1))).toEqual([])
    const expired = posted('b', {}, { validUntil: now.getTime() - 1 })
    expect(seen([expired], everybody)).toEqual([])
  })

  it('sees plans first, of each kind the newest first', () => {
    const pushed = { kind: 'pushed', until: null, sentence: null }
    const all = [
      posted('old push', { ...pushed, since: '2026-11-20T00:00:00.000Z' }),
      posted('push', { ...pushed, since: '2026-12-01T00:30:00.000Z' }),
      posted('old plan', { since: '2026-11-01T00:00:00.000Z' }),
      posted('plan'),
    ]
    expect(seen(all, { sees: 'everything' })).toEqual(['plan', 'old plan', 'push', 'old push'])
  })
})

it('an end may be moved to any moment ahead within the limit', () => {
  expect(isEnd(ahead(0.01), now)).toBe(true)
  expect(isEnd(now, now)).toBe(false)
})
