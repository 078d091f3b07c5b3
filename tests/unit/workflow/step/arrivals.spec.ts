import { beforeEach, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { arrivedBefore, rememberWritten } from '@/workflow/step/arrivals'

/** As server.mjs counts. */
const arrivals = { count: 0 }
beforeEach(() => {
  ;(globalThis as { [key: symbol]: unknown })[Symbol.for('zhiku.arrivals')] = arrivals
})

const arriving = () => requestOf((arrivals.count += 1))
const requestOf = (count?: number) =>
  ({
    headers: new Headers(count === undefined ? {} : { 'x-zhiku-arrived': String(count) }),
  }) as PayloadRequest

test('what arrived before the state was written came before it, what arrives after did not', () => {
  const [first, second] = [arriving(), arriving()]
  expect(arrivedBefore(second, { id: 'a' })).toBe(false)
  rememberWritten({ id: 'a' })
  expect([arrivedBefore(first, { id: 'a' }), arrivedBefore(second, { id: 'a' })]).toEqual([
    true,
    true,
  ])
  expect(arrivedBefore(arriving(), { id: 'a' })).toBe(false)
  expect(arrivedBefore(first, { id: 'b' })).toBe(false)
})

test('a clock that is put back changes nothing', () => {
  const before = arriving()
  rememberWritten({ id: 'c' })
  const now = Date.now
  Date.now = () => now() - 86_400_000
  try {
    expect(arrivedBefore(before, { id: 'c' })).toBe(true)
    expect(arrivedBefore(arriving(), { id: 'c' })).toBe(false)
  } finally {
    Date.now = now
  }
})

test('only the newest thousand are remembered', () => {
  const early = arriving()
  rememberWritten({ id: 'first' })
  for (let count = 0; count < 1000; count += 1) rememberWritten({ id: `later${count}` })
  expect(arrivedBefore(early, { id: 'first' })).toBe(false)
  expect(arrivedBefore(early, { id: 'later0' })).toBe(true)
})

test('a job has not arrived, and is never too early', () => {
  rememberWritten({ id: 'd' })
  expect(arrivedBefore(requestOf(), { id: 'd' })).toBe(false)
})
