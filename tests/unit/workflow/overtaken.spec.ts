import { expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import type { Entry } from '@/workflow/entry'
import { isOvertaken, noteWritten } from '@/workflow/overtaken'

const arrivedAt = (moment?: number) =>
  ({
    headers: new Headers(moment === undefined ? {} : { 'x-zhiku-arrived': String(moment) }),
  }) as PayloadRequest

const entryOf = (id: string, stateSince: number) =>
  ({ id, stateSince: new Date(stateSince).toISOString() }) as Entry

test('what arrived before the state changed is overtaken, what arrived after is not', () => {
  const entry = entryOf('a', 2000)
  expect(isOvertaken(arrivedAt(1999), entry)).toBe(true)
  expect(isOvertaken(arrivedAt(2000), entry)).toBe(false)
})

test('what arrived while the new state was being written is overtaken too', () => {
  const begun = Date.now() - 50
  const entry = entryOf('b', begun)
  expect(isOvertaken(arrivedAt(begun + 10), entry)).toBe(false)
  noteWritten(entry)
  expect(isOvertaken(arrivedAt(begun + 10), entry)).toBe(true)
  expect(isOvertaken(arrivedAt(Date.now()), entry)).toBe(false)
})

test('only the newest thousand are remembered', () => {
  const begun = Date.now() - 50
  noteWritten(entryOf('first', begun))
  for (let count = 0; count < 1000; count += 1) noteWritten(entryOf(`later${count}`, begun))
  expect(isOvertaken(arrivedAt(begun + 10), entryOf('first', begun))).toBe(false)
  expect(isOvertaken(arrivedAt(begun + 10), entryOf('later0', begun))).toBe(true)
})

test('a job has no moment of arrival and is never overtaken', () => {
  expect(isOvertaken(arrivedAt(), entryOf('a', 2000))).toBe(false)
})
