import { describe, expect, test } from '@jest/globals'
import { cursorIn, filtersOf, suggestionsIn, textOf } from '@/front/parameters'
import { cursorOf } from '@/reading/searchAnswer'

const refusedParameter = (read: () => unknown): unknown => {
  try {
    read()
    return null
  } catch (problem) {
    return (problem as { details?: { parameter?: string } }).details?.parameter
  }
}

describe('parameters of lists and search', () => {
  test('are all optional, and the page is the first', () => {
    expect(filtersOf(new URLSearchParams())).toEqual({
      library: undefined,
      unit: undefined,
      category: undefined,
      freshness: undefined,
      page: 1,
    })
  })

  test.each([
    ['library', 'books'],
    ['category', '公共服务'],
    ['unit', "x' OR 1=1"],
    ['page', '0'],
    ['page', '-1'],
    ['page', '1e3'],
    ['page', '10001'],
    ['freshness', '8'],
  ])('%s=%s is refused by name', (parameter, value) => {
    expect(refusedParameter(() => filtersOf(new URLSearchParams({ [parameter]: value })))).toBe(
      parameter,
    )
  })

  test('a query is taken as it was typed, a whole letter too: how much of it is read the answer says', () => {
    expect(textOf(new URLSearchParams({ q: ' 问 '.repeat(2000) }))).toBe(' 问 '.repeat(2000))
    expect(textOf(new URLSearchParams())).toBe('')
  })

  test('suggestions are eight unless one asks for others, and twenty at most', () => {
    expect(suggestionsIn(new URLSearchParams())).toBe(8)
    expect(suggestionsIn(new URLSearchParams({ limit: '20' }))).toBe(20)
    for (const limit of ['0', '21', 'many']) {
      expect(refusedParameter(() => suggestionsIn(new URLSearchParams({ limit })))).toBe('limit')
    }
  })

  test('a cursor goes on with the question it was given for, and with no other', () => {
    const asked = { text: '公积金', library: 'knowledge' }
    const cursor = cursorOf(asked, { page: 2, engine: 'behind the twentieth' })
    const given = new URLSearchParams({ cursor })
    expect(cursorIn(given, asked)).toEqual({ page: 2, engine: 'behind the twentieth' })
    for (const other of [{ text: '医保' }, { ...asked, freshness: 7 }]) {
      expect(refusedParameter(() => cursorIn(given, other))).toBe('cursor')
    }
    for (const made of ['x', 'x.y', '.', `${Buffer.from('[1,null]').toString('base64url')}.`]) {
      const forged = new URLSearchParams({ cursor: made })
      expect(refusedParameter(() => cursorIn(forged, asked))).toBe('cursor')
    }
  })
})
