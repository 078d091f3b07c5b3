import { describe, expect, it } from '@jest/globals'
import { pageOf } from '@/tables/throughRegister'

const ids = ['a', 'b', 'c', 'd', 'e']

describe('the figures of a page put together here', () => {
  it('are those of Payload’s own pages, also of one beyond the last', () => {
    expect(pageOf(ids, { page: 2, limit: 2 })).toEqual({
      ...{ docs: ['c', 'd'], totalDocs: 5, totalPages: 3, limit: 2, page: 2, pagingCounter: 3 },
      ...{ hasPrevPage: true, hasNextPage: true, prevPage: 1, nextPage: 3 },
    })
    expect(pageOf(ids, { page: 4, limit: 2 })).toMatchObject({
      ...{ docs: [], totalDocs: 5, hasNextPage: false, nextPage: null, prevPage: 3 },
    })
  })

  it('of nothing are one page without rows', () => {
    expect(pageOf([], { page: 1, limit: 20 })).toMatchObject({
      ...{ docs: [], totalDocs: 0, totalPages: 1, hasPrevPage: false, hasNextPage: false },
    })
  })

  it('without pages are all rows, or so many from the first', () => {
    expect(pageOf(ids, { limit: 0 })).toMatchObject({ docs: ids, totalDocs: 5, totalPages: 1 })
    expect(pageOf(ids, { limit: 3, pagination: false }).docs).toEqual(['a', 'b', 'c'])
  })
})
