import { expect, jest, test } from '@jest/globals'
import type { Payload } from 'payload'
import { noteReading } from '@/workflow/audit/readings'
import { Refused } from '@/workflow/Refused'

test('a reading that can no longer wait to be recorded is refused, not forgotten', () => {
  // Nothing is written meanwhile.
  jest.useFakeTimers()
  const read = (subject: number) =>
    noteReading({} as Payload, { action: 'entry.read', by: 'a', subject: String(subject) })
  for (let subject = 0; subject < 50_000; subject += 1) read(subject)
  expect(() => read(50_000)).toThrow(Refused)
  // Known already, and on record once.
  expect(() => read(49_999)).not.toThrow()
})
