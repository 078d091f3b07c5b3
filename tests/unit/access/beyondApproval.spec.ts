import { describe, expect, it } from '@jest/globals'
import { can, maySave, stepsFor } from '@/access/can'
import { asked, doomed, entry, person } from './facts'

const approver = person('approver')
const editor = person('editor')

describe('会同校核', () => {
  const shared = entry({ consulted: ['tax-office', 'police'], unanswered: ['tax-office'] })

  it('the owner decides only when every named unit has answered', () => {
    expect(can(approver, 'approve', shared, asked())).toEqual({ code: 'wrongState' })
    expect(can(approver, 'approve', { ...shared, unanswered: [] }, asked())).toBeNull()
  })

  it('a named unit’s approver agrees, or objects with a sentence', () => {
    const asked1 = person('approver', 'tax-office')
    expect(can(asked1, 'agree', shared, asked({ reason: '' }))).toBeNull()
    expect(can(asked1, 'object', shared, asked({ reason: '' }))).toEqual({ code: 'reasonMissing' })
    expect(can(asked1, 'object', shared, asked())).toBeNull()
  })

  it('nobody else answers for it: not its editor, not the owner, not a unit that was not named', () => {
    for (const other of [person('editor', 'tax-office'), approver, person('approver', 'health')]) {
      expect(can(other, 'agree', shared, asked())).toEqual({ code: 'notAllowed' })
    }
  })

  it('a returned text can be returned without waiting for the others', () => {
    expect(can(approver, 'return', shared, asked())).toBeNull()
  })
})

describe('deletion', () => {
  it('is decided by an approver who did not ask for it', () => {
    expect(can(approver, 'approveDeletion', doomed(), asked())).toBeNull()
    expect(can(approver, 'approveDeletion', doomed({ requester: approver.id }), asked())).toEqual({
      code: 'ownSubmission',
    })
  })

  it('a deleted entry is restored by the centre and takes no other step', () => {
    const trashed = entry({ state: 'approved', marks: ['submitted', 'trashed'], isLive: true })
    const everybody = person(['editor', 'approver', 'centre'])
    expect(stepsFor(everybody, trashed)).toEqual(['restore'])
    expect(stepsFor(everybody, { ...trashed, isExpired: true })).toEqual([])
  })

  it('a draft that was submitted once is not discarded any more', () => {
    expect(can(editor, 'discard', entry({ state: 'draft' }), asked())).toEqual({
      code: 'wrongState',
    })
    expect(can(editor, 'discard', entry({ state: 'draft', marks: [] }), asked())).toBeNull()
  })
})

describe('a text online', () => {
  const live = entry({ state: 'draft', isLive: true })

  it('is opened to units or to the public, a plan to units alone', () => {
    expect(can(approver, 'open', live, asked({ to: 'public' }))).toBeNull()
    expect(can(approver, 'open', live, asked({ to: 'everybody' }))).toMatchObject({
      code: 'invalid',
    })
    expect(
      can(approver, 'open', { ...live, library: 'plans' }, asked({ to: 'public' })),
    ).toMatchObject({ code: 'invalid' })
  })

  it('is withdrawn with a kind and a sentence, and a merged one with where readers are sent', () => {
    expect(can(approver, 'withdraw', live, asked())).toBeNull()
    expect(can(approver, 'withdraw', live, asked({ sentence: ' ' }))).toMatchObject({
      code: 'incomplete',
      fields: ['sentence'],
    })
    expect(can(approver, 'withdraw', live, asked({ kind: 'bored' }))).toMatchObject({
      code: 'invalid',
    })
    expect(can(approver, 'withdraw', live, asked({ kind: 'merged' }))).toMatchObject({
      fields: ['successor'],
    })
    const merged = asked({ kind: 'merged', hasSuccessor: true })
    expect(can(approver, 'withdraw', live, merged)).toBeNull()
  })

  it('goes online again only where it was withdrawn', () => {
    expect(can(approver, 'resume', entry({ state: 'draft' }), asked())).toEqual({
      code: 'wrongState',
    })
    const withdrawn = entry({ state: 'draft', marks: ['withdrawn'] })
    expect(can(approver, 'resume', withdrawn, asked())).toBeNull()
  })
})

describe('cases', () => {
  const draft = entry({ library: 'cases', state: 'draft' })
  const centre = person('centre', 'hotline')

  it('are published, saved, withdrawn and deleted by the centre, whatever unit handled them', () => {
    expect(can(centre, 'publish', draft, asked())).toBeNull()
    expect(maySave(centre, draft)).toBeNull()
    const live = { ...draft, state: 'approved' as const, isLive: true }
    expect(stepsFor(centre, live)).toEqual(['saveDirectly', 'delete', 'withdraw'])
  })

  it('are touched by no approver or editor of the unit', () => {
    expect(stepsFor(person(['editor', 'approver']), draft)).toEqual([])
    expect(maySave(editor, draft)).toEqual({ code: 'notAllowed' })
  })
})
