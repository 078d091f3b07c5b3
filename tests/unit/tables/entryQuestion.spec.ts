import { describe, expect, it } from '@jest/globals'
import type { Where } from 'payload'
import { listAsked, placeConditions, viewConditions } from '@/access/listFilter'
import { reachQuery } from '@/access/reach'
import { entryQuestion } from '@/tables/entryQuestion'

const editor = { id: 'e', name: '', roles: ['editor'] as const, unit: 'u' }
const reach = reachQuery(editor) as Where
const reachBehind = reachQuery(editor, 'entry.') as Where
const drafts = listAsked({ state: 'draft' })
const kept = { 'entry.trashedAt': { exists: false } }
const titled = { title: { like: '公积金' } }

const copies = (where: Where, ...orders: string[]) => entryQuestion({ where, orders, isCopy: true })

describe('a list of working copies on a server without joins', () => {
  it('a state’s list by the time it is in it is a page of the register, with the same reach', () => {
    const view = viewConditions(drafts, 'entry.')
    const question = copies({ and: [{ and: view }, reach] }, '-entry.stateSince')
    expect(question).toMatchObject({
      register: [...viewConditions(drafts), reach],
      own: [reach],
      mixed: [],
      isRegisterAlone: true,
      order: { of: 'register', by: ['-stateSince'] },
    })
  })

  it('the reach that Payload adds for every condition is asked once', () => {
    const each = { ...kept, and: [reachBehind] }
    const question = copies({ and: [each, { ...each }, reach] })
    expect(question?.register).toEqual([{ trashedAt: { exists: false } }, reach])
  })

  it('what the text itself is asked for stays with the text, whoever the place belongs to', () => {
    const asked = placeConditions(listAsked({ unit: 'v', category: 'services' }), 'entry.')
    const question = copies({ and: [...asked, reach, titled] }, '-updatedAt')
    expect(question).toMatchObject({
      register: [...placeConditions(listAsked({ unit: 'v', category: 'services' })), reach],
      own: [reach, titled],
      shared: [reach],
      isRegisterAlone: false,
      order: { of: 'own', by: ['-updatedAt'] },
    })
  })

  it('alternatives of which one is about the text are not torn apart', () => {
    const either = { or: [titled, { 'entry.keeper': { equals: 'k' } }] }
    expect(copies({ and: [either, kept] })).toMatchObject({
      register: [{ trashedAt: { exists: false } }],
      own: [],
      mixed: [either],
      isRegisterAlone: false,
    })
    expect(copies({ or: [{ and: [kept, titled] }] })).toMatchObject({ own: [titled], mixed: [] })
  })

  it('Payload’s other spellings of a path and of a junction mean the same', () => {
    const question = copies({ AND: [{ entry__state: { equals: 'draft' } }] }, 'entry__stateSince')
    expect(question).toMatchObject({
      register: [{ state: { equals: 'draft' } }],
      order: { of: 'register', by: ['stateSince'] },
    })
  })

  it('an order by both sides is neither’s', () => {
    expect(copies({ and: [kept] }, 'entry.state', 'number')?.order).toBeNull()
  })

  it('what asks nothing of the register is left to Payload', () => {
    expect(copies({ and: [titled, reach, { entry: { equals: 'id' } }] }, '-updatedAt')).toBeNull()
    expect(copies({}, 'entry.state')).not.toBeNull()
  })

  it('a message’s unit is not its entry’s: it is asked of the message', () => {
    const where: Where = {
      and: [{ unit: { equals: 'u' } }, { 'entry.number': { exists: true } }],
    }
    expect(entryQuestion({ where, orders: [], isCopy: false })).toMatchObject({
      register: [{ number: { exists: true } }],
      own: [{ unit: { equals: 'u' } }],
      shared: [],
      isRegisterAlone: false,
    })
  })
})
