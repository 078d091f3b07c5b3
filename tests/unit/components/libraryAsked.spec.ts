import { describe, expect, it } from '@jest/globals'
import { listAsked } from '@/access/listFilter'
import type { Library, Role } from '@/access/rules'
import { libraryAsked, shownPages, severalFor } from '@/components/admin/list/libraryAsked'

describe('what the address of a list asks for', () => {
  it.each([
    [{}, '-updatedAt'],
    [{ state: 'pending' }, 'stateSince'],
    [{ state: 'approved' }, '-stateSince'],
    [{ flag: 'deletion' }, 'deletionState'],
    [{ flag: 'trash' }, '-stateSince'],
    [{ state: 'pending', sort: '-number' }, '-number'],
  ])('%j is put in order by %s: what waits longest is decided first', (query, sort) => {
    expect(libraryAsked(query).sort).toBe(sort)
  })

  it('is nothing where it is not understood', () => {
    const query = { sort: 'entry.lock', page: '-3', limit: '5000', search: ['a'], state: 'gone' }
    expect(libraryAsked(query)).toMatchObject({
      ...{ sort: '-updatedAt', page: 1, limit: 100, search: '', state: null },
    })
  })
})

describe('the pages of a list that are named', () => {
  it('are the first, the last and those around where one is', () => {
    expect(shownPages(1, 2)).toEqual([1, 2])
    expect(shownPages(6, 12)).toEqual([1, 5, 6, 7, 12])
    expect(shownPages(12, 12)).toEqual([1, 11, 12])
  })
})

const buttons = (role: Role, library: Library, query: object = {}) =>
  severalFor({ id: 'p', name: '', unit: 'u', roles: [role] }, library, listAsked({ ...query }))

describe('what may be done with several rows of a list', () => {
  it('an editor submits and asks for deletion', () => {
    expect(buttons('editor', 'knowledge')).toEqual(['submit', 'requestDeletion'])
  })

  it('among the deletions asked for, an editor takes requests back', () => {
    expect(buttons('editor', 'plans', { flag: 'deletion' })).toEqual(['withdrawRequest'])
  })

  it('among the deletions asked for, an approver approves or returns, and does nothing else', () => {
    expect(buttons('approver', 'knowledge', { flag: 'deletion' })).toEqual([
      ...['approveDeletion', 'refuseDeletion'],
    ])
    expect(buttons('centre', 'plans', { flag: 'deletion' })).toEqual([])
  })

  it('an approver approves what was opened, deletes, opens and closes', () => {
    expect(buttons('approver', 'notices')).toEqual(['approve', 'delete', 'open', 'close'])
    expect(buttons('approver', 'notices', { state: 'approved' })).not.toContain('approve')
  })

  it('the centre restores from the trash, and deletes cases', () => {
    expect(buttons('centre', 'knowledge', { flag: 'trash' })).toEqual(['restore'])
    expect(buttons('centre', 'knowledge')).toEqual([])
    expect(buttons('centre', 'cases')).toEqual(['delete'])
  })

  it('nothing else is done in the trash', () => {
    expect(buttons('approver', 'knowledge', { flag: 'trash' })).toEqual([])
  })
})
