import { describe, expect, it } from '@jest/globals'
import { actorOf } from '@/access/actor'
import { can, isDeputy } from '@/access/can'
import { answeringFor } from '@/access/deputies'
import { steps } from '@/access/rules'
import { asked, deputy, doomed, entry, person } from './facts'

const approver = person('approver')
const editor = person('editor')

describe('approving', () => {
  it('an approver approves what somebody else wrote and submitted', () => {
    expect(can(approver, 'approve', entry(), asked())).toBeNull()
  })

  it('an approver cannot approve what they submitted', () => {
    const own = entry({ submitter: approver.id })
    expect(can(approver, 'approve', own, asked())).toEqual({ code: 'ownSubmission' })
  })

  it('an approver cannot approve what they saved, also when somebody else submitted it', () => {
    const own = entry({ writers: ['someone', approver.id] })
    expect(can(approver, 'approve', own, asked())).toEqual({ code: 'ownSubmission' })
  })

  it('an approver may return what they wrote: that decides nothing in its favour', () => {
    const own = entry({ writers: [approver.id], submitter: approver.id })
    expect(can(approver, 'return', own, asked())).toBeNull()
  })

  it('an approver cannot approve a revision they did not open', () => {
    expect(can(approver, 'approve', entry(), asked({ isOpened: false }))).toEqual({
      code: 'notOpened',
    })
  })

  it('an approver cannot approve a revision that is not the latest any more', () => {
    expect(can(approver, 'approve', entry(), asked({ revision: 2, latest: 3 }))).toEqual({
      code: 'changedMeanwhile',
    })
  })

  it('an approver cannot approve without confirming what they answer for', () => {
    expect(can(approver, 'approve', entry(), asked({ isConfirmed: false }))).toEqual({
      code: 'incomplete',
      fields: ['confirmed'],
    })
  })

  it('nothing is approved while its deletion is asked for', () => {
    const pending = doomed({ state: 'pending' })
    expect(can(approver, 'approve', pending, asked())).toEqual({ code: 'wrongState' })
  })

  it('the centre approves nothing, not even as the highest of all', () => {
    const centre = person('centre', 'hotline')
    expect(can(centre, 'approve', entry(), asked())).toEqual({ code: 'notAllowed' })
  })
})

describe('whoever decides in the place of a unit without an approver', () => {
  const office = deputy('office')

  it('acts for it, and the record says so', () => {
    expect(can(office, 'approve', entry(), asked())).toBeNull()
    expect(isDeputy(office, 'approve', entry())).toBe(true)
  })

  it('returns in its place too', () => {
    expect(can(office, 'return', entry(), asked())).toBeNull()
    expect(isDeputy(office, 'return', entry())).toBe(true)
  })

  it('does not act while the unit has an approver who is not involved', () => {
    const busy = deputy('office', ['li', 'zhao'])
    expect(can(busy, 'approve', entry({ writers: ['li'] }), asked())).toEqual({
      code: 'notAllowed',
    })
    expect(isDeputy(busy, 'approve', entry())).toBe(false)
  })

  it.each([
    ['wrote it', { writers: ['wang', 'li'] }],
    ['submitted it', { submitter: 'li' }],
    ['asked for its deletion', { requester: 'li' }],
  ])('acts where the only approver of the unit %s', (_, involved) => {
    expect(can(deputy('office', ['li']), 'approve', entry(involved), asked())).toBeNull()
  })

  it('does not act for another unit', () => {
    expect(can(office, 'approve', entry({ unit: 'tax-office' }), asked())).toEqual({
      code: 'notAllowed',
    })
  })

  it('does not approve there what they wrote themselves', () => {
    const own = entry({ writers: [office.id] })
    expect(can(office, 'approve', own, asked())).toEqual({ code: 'ownSubmission' })
  })

  it('is no editor of it: only decisions are lent, not writing', () => {
    const editorThere = { ...office, roles: ['editor'] as const }
    const draft = entry({ state: 'draft' })
    expect(can(editorThere, 'submit', draft, asked())).toEqual({ code: 'notAllowed' })
  })

  it('answers in its place when it is asked to agree', () => {
    const shared = entry({
      ...{ unit: 'tax-office', unitAbove: null },
      ...{ consulted: ['civil-affairs'], unanswered: ['civil-affairs'] },
    })
    expect(can(office, 'agree', shared, asked())).toBeNull()
    expect([answeringFor(office, shared), isDeputy(office, 'agree', shared)]).toEqual([
      'civil-affairs',
      true,
    ])
    expect(can(deputy('office', ['li']), 'agree', shared, asked())).toEqual({ code: 'notAllowed' })
  })

  it('answers for its own unit first and then in the place of the other, so that no approval waits for ever', () => {
    const both = { consulted: ['civil-affairs', 'office'], unit: 'tax-office', unitAbove: null }
    const first = entry({ ...both, unanswered: ['civil-affairs', 'office'] })
    const second = entry({ ...both, unanswered: ['civil-affairs'] })
    expect([first, second].map((one) => answeringFor(office, one))).toEqual([
      office.unit,
      'civil-affairs',
    ])
  })

  it('the approver of the unit itself is no deputy', () => {
    expect(isDeputy(approver, 'approve', entry())).toBe(false)
  })
})

describe('what stands out in a text', () => {
  const unnamed = ['identityCard']

  it.each(['submit', 'approve', 'saveDirectly', 'publish', 'withdraw'] as const)(
    'is named before it is handed on: %s',
    (step) => {
      const { libraries, from, by } = steps[step]
      const given = entry({ library: libraries[0], state: from[0], isLive: true })
      expect(can(person(by[0] ?? 'agent'), step, given, asked({ unnamed }))).toEqual({
        code: 'findingsUnconfirmed',
        fields: unnamed,
      })
    },
  )

  it('a case that holds a number of a person is not opened to citizens, whatever was confirmed', () => {
    const given = entry({ library: 'cases', state: 'draft' })
    expect(can(person('centre'), 'publish', given, asked({ hasOpenNumbers: true }))).toEqual({
      code: 'personalNumbers',
    })
    const knowledge = asked({ hasOpenNumbers: true })
    expect(can(approver, 'approve', entry(), knowledge)).toBeNull()
  })
})

describe('submitting and returning', () => {
  const draft = entry({ state: 'draft' })

  it('an editor submits what is complete', () => {
    expect(can(editor, 'submit', draft, asked())).toBeNull()
  })

  it('an editor is told which fields are missing', () => {
    const given = asked({ missing: ['summary', 'openToPublic'] })
    expect(can(editor, 'submit', draft, given)).toEqual({
      code: 'incomplete',
      fields: ['summary', 'openToPublic'],
    })
  })

  it('an editor submits what a colleague of the unit wrote', () => {
    expect(can(editor, 'submit', { ...draft, writers: ['colleague'] }, asked())).toBeNull()
  })

  it('nothing is returned without a reason, and blanks are none', () => {
    const refusal = { code: 'reasonMissing' }
    expect(can(approver, 'return', entry(), asked({ reason: '' }))).toEqual(refusal)
    expect(can(approver, 'return', entry(), asked({ reason: ' \n ' }))).toEqual(refusal)
  })

  it('who changed the text meanwhile is named before a missing reason', () => {
    const given = asked({ reason: '', revision: 1 })
    expect(can(approver, 'return', entry(), given)).toEqual({ code: 'changedMeanwhile' })
  })
})

describe('a revision of a text that is online', () => {
  it('is not approved over a text that went online after it was begun', () => {
    expect(can(approver, 'approve', entry(), asked({ isLiveNewer: true }))).toEqual({
      code: 'changedMeanwhile',
    })
  })

  it('is not begun where the centre wants approved texts returned first; the editor asks for that', () => {
    const approved = entry({ state: 'approved', isReturnedFirst: true })
    expect(can(editor, 'revise', approved, asked())).toEqual({ code: 'wrongState' })
    expect(can(editor, 'requestReturn', approved, asked())).toBeNull()
    expect(can(editor, 'requestReturn', approved, asked({ reason: '' }))).toEqual({
      code: 'reasonMissing',
    })
  })

  it('is not asked to be returned where it can simply be revised', () => {
    const approved = entry({ state: 'approved' })
    expect(can(editor, 'requestReturn', approved, asked())).toEqual({ code: 'wrongState' })
  })
})

describe('who counts as a person', () => {
  const account = { id: 'a', name: '张三', roles: ['editor'], unit: 'u', isActive: true }

  it('an active account of the people is', () => {
    expect(actorOf({ ...account, collection: 'users' })).toEqual({
      id: 'a',
      name: '张三',
      roles: ['editor'],
      unit: 'u',
    })
  })

  it.each([
    ['nobody', null],
    ['nothing at all', undefined],
    ['an account that is switched off', { ...account, isActive: false }],
    ['an account of which nothing is known', { id: 'a', roles: ['editor'] }],
    ['an account that must change its password', { ...account, mustChangePassword: true }],
    ['the key of a system', { ...account, collection: 'systems' }],
  ])('%s is not', (_who, given) => {
    expect(actorOf(given)).toBeNull()
  })

  it('roles that do not exist are not believed', () => {
    expect(actorOf({ ...account, roles: ['admin', 'editor', 'root'] })?.roles).toEqual(['editor'])
  })
})
