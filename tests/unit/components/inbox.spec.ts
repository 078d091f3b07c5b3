import { describe, expect, it } from '@jest/globals'
import {
  addressOf,
  inboxAsked,
  narrowed,
  placeIn,
  type InboxRow,
} from '@/components/admin/inbox/inboxOf'

const row = (id: string, more: Partial<InboxRow> = {}): InboxRow => ({
  ...{ id, library: 'knowledge', number: `ZS${id}`, title: id, since: '2026-11-20' },
  ...{ step: 'approve', unit: 'bureau', ...more },
})
const rows = [row('a'), row('b', { library: 'plans' }), row('c', { step: 'agree' })]

describe('what waits for an approver', () => {
  it('is narrowed to one library, one kind of decision, or both; what is neither is not asked', () => {
    const ids = (query: Record<string, unknown>) =>
      narrowed(rows, inboxAsked(query)).map(({ id }) => id)
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ library: 'plans' })).toEqual(['b'])
    expect(ids({ library: 'knowledge', step: 'agree' })).toEqual(['c'])
    expect(ids({ library: 'cake', step: ['approve'] })).toEqual(['a', 'b', 'c'])
  })

  it('is decided one after the other; after the last comes the first that is left, then the list', () => {
    expect(placeIn(rows, 'a')).toEqual({ position: 1, total: 3, next: addressOf(rows[1]!) })
    expect(placeIn(rows, 'c')).toEqual({ position: 3, total: 3, next: addressOf(rows[0]!) })
    expect(placeIn([row('a')], 'a').next).toBe('/admin/inbox')
  })

  it('opens another unit’s text where one may agree to it, one’s own where it is kept', () => {
    expect(addressOf(row('c', { step: 'agree' }))).toBe('/admin/consulted/knowledge/c?inbox=1')
    expect(addressOf(row('b', { library: 'plans' }))).toBe('/admin/collections/plans/b?inbox=1')
  })
})
