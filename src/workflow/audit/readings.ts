import { createLocalReq, type Payload } from 'payload'
import { behind } from '@/tables/behind'
import { Refused } from '../Refused'
import { appendAudit, type NewLine } from './append'

export type NoteReading = (payload: Payload, line: NewLine) => void

const readings = behind<NewLine>({
  name: 'readings',
  wait: 200,
  pauseAfterFailure: 1_000,
  batch: 50,
  // Some ten megabytes, and hours of reading.
  most: 50_000,
  // How long the same reading of the same reader counts as one.
  repeat: 60_000,
  write: async (payload, lines) => {
    await appendAudit(await createLocalReq({}, payload), lines)
  },
  failed: 'Readings wait to be recorded',
})

/**
 * Notes that somebody read a non-public text. Costs the reader nothing; it is on record a moment later.
 * Where the database has taken nothing for so long that memory must not hold more, it throws `busy`, and the text
 * is not shown: nobody reads off the record. Every caller notes before it answers. What citizens may read is not noted
 * and goes on being shown.
 */
export const noteReading: NoteReading = (payload, line) => {
  const { by, action, subject, revision, details } = line
  // What a machine asks for an agent is counted one by one.
  const isCountedAlone = action === 'key.search'
  const taken = readings.add(payload, {
    item: { at: new Date().toISOString(), ...line },
    ...(isCountedAlone ? {} : { same: JSON.stringify([by, action, subject, revision, details]) }),
  })
  if (!taken) throw new Refused('busy')
}

/** Writes what waits, now: when the log is read or examined, and before the process ends. Not inside a transaction. */
export const flushReadings = (payload: Payload): Promise<void> => readings.flush(payload)
