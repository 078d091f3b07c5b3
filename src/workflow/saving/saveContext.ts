import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import type { Entry } from '../entry'
import type { FindingCounts } from '../findings/findingsOf'

/** What the parts of a save tell each other through its request; the hooks that Payload runs share nothing else. */
type SaveContext = {
  /** Who saves; null where it is the system. */
  actor: Actor | null
  /** The revision the person started from, as it was sent. */
  startedFrom?: unknown
  /** The register's row as it was read when the save was let in. */
  entry?: Entry
  /** The category or unit the text is filed under, once it was looked up and may be chosen. */
  filedUnder?: string
  /** The centre's direct save: the revision to which its step has moved the register already. */
  direct?: number
  /** The id a new entry is to have: who makes many chooses them beforehand, so that what a kill interrupts is found. */
  entryId?: string
  /** What stood out in a text that a file brought. */
  findings?: FindingCounts | null
  /** What was moved in the register before the text is written, where no transaction undoes it. */
  moved?: Moved
}

export type Moved = { id: string; lock: number; writers: string | null }

export const saveContextOf = ({ context }: PayloadRequest): SaveContext => {
  const known = context as { saving?: SaveContext }
  return (known.saving ??= { actor: null })
}
