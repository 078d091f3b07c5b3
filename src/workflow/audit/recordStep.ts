import type { PayloadRequest } from 'payload'
import type { Library, State, Step } from '@/access/rules'
import { nameOfEntry } from '../findings/personalNumbers'
import { appendAudit } from './append'
import { vouched } from './digests'

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

/** The row that a step showed to readers, the id of the one it closed, and whether it is recorded for the first time. */
type Shown = { opened: { id: string } | null; closed: string | null; isNew?: boolean }

/**
 * The line of a step, written once with its decision. It vouches for the decision and for what readers got by it:
 * `npm run audit:verify` finds either changed, replaced or gone.
 */
export async function recordStep(
  req: PayloadRequest,
  decision: Decision,
  { opened, closed, isNew }: Shown = { opened: null, closed: null },
): Promise<void> {
  const { id, entry, library, number, title, step, from, to, revision, by, byName, at } = decision
  const line = { id: `step:${id}`, action: `${library}.${step}` as const, by, byName, revision, at }
  const subject = { subject: entry, subjectName: nameOfEntry({ number, title }) }
  const details = {
    ...{ from, to },
    ...(decision.onBehalfOfName ? { onBehalfOf: decision.onBehalfOfName } : {}),
    vouches: {
      ...vouched('decisions', decision),
      ...(opened ? vouched('publications', opened) : {}),
    },
    ...(closed ? { closed } : {}),
  }
  await appendAudit(req, [{ ...line, ...subject, details }], { areNew: isNew === true })
}
