import { expect, test } from '@jest/globals'
import { weightedSample } from '@/statistics/weightedSample'

const candidates = Array.from({ length: 200 }, (_, at) => ({
  number: `ZS${String(at).padStart(6, '0')}`,
  weight: at < 20 ? 10 : 1,
}))
const drawn = (seed: number, from = candidates) =>
  weightedSample(from, { seed, size: 20 }).map(({ number }) => number)

test('the same number draws the same, in whatever order candidates come', () => {
  expect(drawn(7)).toEqual(drawn(7, candidates.toReversed()))
  expect(drawn(7)).not.toEqual(drawn(8))
  expect(new Set(drawn(7)).size).toBe(20)
})

test('what weighs ten times as much is drawn far more often', () => {
  const heavy = new Set(candidates.slice(0, 20).map(({ number }) => number))
  const draws = Array.from({ length: 300 }, (_, seed) => drawn(seed))
  const share = draws.flat().filter((number) => heavy.has(number)).length / (300 * 20)
  // A tenth of the candidates, of half of the weight, drawn without putting back.
  expect(share).toBeGreaterThan(0.3)
  expect(share).toBeLessThan(0.6)
})

test('who goes moves nobody else', () => {
  const without = candidates.filter(({ number }) => number !== drawn(7)[0])
  expect(drawn(7, without).slice(0, 19)).toEqual(drawn(7).slice(1))
})
