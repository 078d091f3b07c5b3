import type { PayloadRequest } from 'payload'
import type { Library, State, Step } from '@/access/rules'
import { nameOfEntry } from '../findings/nameOfEntry'
import { appendAudit } from './append'

/** As far as the log tells of a decision: its reason is in the history, for those who may read the text. */
type Decision = {
  id: string
  entry: string
  library: Library
  number: string
  title: string
  step: Step
  from: State
  to: State
  revision: number
  by: string | null
  byName: string | null
  onBehalfOfName?: string | null
  at: string
}

/** The line of a step, written once with its decision; `npm run audit:verify` misses it where it is not. */
export async function recordStep(req: PayloadRequest, decision: Decision): Promise<void> {
  const { id, entry, library, number, title, step, from, to, revision, by, byName, at } = decision
  const line = { id: `step:${id}`, action: `${library}.${step}` as const, by, byName, revision, at }
  const subject = { subject: entry, subjectName: nameOfEntry({ number, title }) }
  const lent = decision.onBehalfOfName ? { onBehalfOf: decision.onBehalfOfName } : {}
  await appendAudit(req, [{ ...line, ...subject, details: { from, to, ...lent } }])
}
