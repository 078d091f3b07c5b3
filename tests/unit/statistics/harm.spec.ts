import { expect, test } from '@jest/globals'
import { harmOf } from '@/statistics/harm'

test('a wrong answer told on calls comes before a missing one, and both before what nobody meets', () => {
  const wrong = harmOf({ kind: 'correction', uses: 8, days: 0 })
  const missing = harmOf({ kind: 'gap', uses: 8, days: 0 })
  const review = harmOf({ kind: 'review', uses: 0, days: 0 })
  expect([wrong, missing, review]).toEqual([wrong, missing, review].toSorted((a, b) => b - a))
})

test('what is late grows with each day, and overtakes what is not', () => {
  expect(harmOf({ kind: 'review', uses: 0, days: 9 })).toBeGreaterThan(
    harmOf({ kind: 'correction', uses: 4, days: 0 }),
  )
})
