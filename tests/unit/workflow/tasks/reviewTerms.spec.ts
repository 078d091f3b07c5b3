import { expect, test } from '@jest/globals'
import { monthsAfter } from '@/workflow/tasks/reviewTerms'

test('so many months after a day is the same day, or the last of a shorter month', () => {
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29')
  expect(monthsAfter('2026-12-15', 12)).toBe('2027-12-15')
})
