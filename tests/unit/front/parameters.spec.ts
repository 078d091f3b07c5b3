import { describe, expect, test } from '@jest/globals'
import { filtersOf, textOf } from '@/front/parameters'

const refusedParameter = (read: () => unknown): unknown => {
  try {
    read()
    return null
  } catch (problem) {
    return (problem as { filled?: { parameter?: string } }).filled?.parameter
  }
}

describe('parameters of lists and search', () => {
  test('are all optional, and the page is the first', () => {
    expect(filtersOf(new URLSearchParams())).toEqual({
      library: undefined,
      unit: undefined,
      category: undefined,
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
  ])('%s=%s is refused by name', (parameter, value) => {
    expect(refusedParameter(() => filtersOf(new URLSearchParams({ [parameter]: value })))).toBe(
      parameter,
    )
  })

  test('a query may be a whole sentence of the caller, but no book', () => {
    expect(textOf(new URLSearchParams({ q: '问'.repeat(2000) }))).toHaveLength(2000)
    expect(refusedParameter(() => textOf(new URLSearchParams({ q: '问'.repeat(2001) })))).toBe('q')
  })
})
