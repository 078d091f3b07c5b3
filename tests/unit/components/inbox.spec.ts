import { describe, expect, it } from '@jest/globals'
import { addressOf, inboxAsked, placeIn, type InboxRow } from '@/components/admin/inbox/inboxOf'
import { inOneOrder, isShown } from '@/components/admin/inbox/inboxItems'
import { calendarOf } from '@/workflow/calendar/workingDays'
import type { WaitingTask } from '@/workflow/tasks/waitingTasks'
import type { Message } from '@/workflow/telling/messages'

const row = (id: string, more: Partial<InboxRow> = {}): InboxRow => ({
  ...{ id, library: 'knowledge', number: `ZS${id}`, title: id, since: '2026-11-20' },
  ...{ step: 'approve', unit: 'bureau', ...more },
})
const now = new Date('2026-11-30T04:00:00Z')
const rows = [row('a'), row('b', { library: 'plans' }), row('c', { step: 'agree' })]

const task = (id: string, harm: number) => ({ id, kind: 'gap', harm }) as WaitingTask
const at = '2026-11-02T02:00:00Z'
const told = (id: string, more: object) =>
  ({ id, event: 'taskTold', at, page: '/desk/tasks', ...more }) as Message
const waits = (id: string, asks: string) =>
  ({ id, event: 'waits', at, entry: 'a', asks }) as Message
const calendar = calendarOf([])

describe('what waits and what was not read', () => {
  const order = (messages: readonly Message[]) =>
    inOneOrder({ rows, tasks: [task('t', 2)], messages, now, calendar })

  it('is one line where a message is about what waits, and says that it was not read', () => {
    const items = order([
      told('m1', { event: 'taskDue', page: '/admin/tasks/t' }),
      waits('m2', 'approve'),
      waits('m3', 'return'),
    ])
    expect(
      items.filter(({ unread }) => unread.length > 0).map(({ key, unread }) => [key, unread]),
    ).toEqual(
      expect.arrayContaining([
        ['approve a', ['m2']],
        ['/admin/tasks/t', ['m1']],
        ['m3', ['m3']],
      ]),
    )
    expect(items).toHaveLength(5)
  })

  it('comes by the harm it does: what asks for something the longer the sooner, what only tells last', () => {
    const items = order([
      told('news', {}),
      told('asked', { event: 'taskOverdue', page: '/admin/tasks/o' }),
    ])
    const keys = items.map(({ key }) => key)
    expect(keys.indexOf('asked')).toBeLessThan(keys.indexOf('/admin/tasks/t'))
    expect(keys.at(-1)).toBe('news')
  })

  it.each(['siteWaits', 'siteReturned'])('comes before what only tells: %s', (event) => {
    const keys = order([told('news', {}), told('site', { event, page: '/admin/site' })]).map(
      ({ key }) => key,
    )
    expect(keys.indexOf('site')).toBeLessThan(keys.indexOf('news'))
  })

  it('is narrowed to what was not read, and to one kind of task', () => {
    const keys = (query: Record<string, unknown>) =>
      order([told('m1', { page: '/admin/tasks/t' }), told('m2', {})])
        .filter((item) => isShown(item, inboxAsked(query)))
        .map(({ key }) => key)
    expect(keys({ messages: 'yes' })).toEqual(['/admin/tasks/t', 'm2'])
    expect(keys({ kind: 'gap' })).toEqual(['/admin/tasks/t'])
    expect(keys({ kind: 'merge' })).toEqual([])
  })
})

describe('what waits for an approver', () => {
  it('is narrowed to one library, one kind of decision, or both; what is neither is not asked', () => {
    const items = inOneOrder({ rows, tasks: [], messages: [], now, calendar })
    const ids = (query: Record<string, unknown>) =>
      items
        .filter((item) => isShown(item, inboxAsked(query)))
        .flatMap((item) => ('row' in item ? [item.row.id] : []))
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ tasks: 'yes' })).toEqual([])
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
