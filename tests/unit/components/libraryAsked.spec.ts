import { describe, expect, it } from '@jest/globals'
import { libraryAsked, shownPages } from '@/components/admin/list/libraryAsked'

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
