import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { inForce } from '@/access/audience'
import { steps, type Library, type State, type Step, type StepRule } from '@/access/rules'
import { withoutNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { findOne } from '../store'
import { textSent } from '../saving/textSent'
import { readStep } from './stepSent'

/** What was sent with a request for a step, read once. */
export type Request = {
  revision: number
  /** The state the person saw, where it was sent: in any other the step is not taken. */
  seenState: State | null
  /** The hash that the review told of the text, where it was sent: no other text is decided on. */
  hash: string | null
  /** Kinds of findings that were looked at and are confirmed by name. */
  named: readonly string[]
  /** Numbers of persons are masked in it: it is kept for ever and read by others. */
  reason: string
  isConfirmed: boolean
  /** approve: show it as the revision proposes although the live text was closed meanwhile. */
  isReopened: boolean
  /** return: take the live text offline too. */
  isTakenOffline: boolean
  /** open, close. */
  to: unknown
  /** withdraw. */
  kind: unknown
  sentence: string
  /** Id of the entry that readers of a merged one are sent to, where it is online. */
  successor: string | null
  /** activate, reschedule. */
  until: Date | null
  /** saveDirectly: the fields that were sent. */
  text: Record<string, unknown>
  /** Only asked whether it could be taken: nothing is done, and what a dialog asks for is taken as given. */
  isCheck: boolean
}

export async function requestOf(given: {
  req: PayloadRequest
  library: Library
  id: string
  step: Step
  body: Record<string, unknown>
  at?: Date
}): Promise<Request> {
  const { req, library, id, step, body, at = new Date() } = given
  const { publication, text, needs }: StepRule = steps[step]
  const sent = readStep(step, body)
  const { revision, kind, successor = null } = sent
  return {
    revision,
    seenState: sent.seenState ?? null,
    hash: sent.hash ?? null,
    named: sent.findings ?? [],
    reason: withoutNumbers(sent.reason ?? ''),
    isConfirmed: sent.confirmed === true,
    isReopened: sent.reopen === true,
    isTakenOffline: publication === 'asAsked' && sent.online === false,
    to: sent.to,
    kind,
    sentence: needs.includes('briefing')
      ? withoutNumbers(sent.sentence ?? '')
      : (sent.sentence ?? ''),
    until: instantIn(sent.until),
    successor: kind === 'merged' ? await readSuccessor(req, { id, successor, at }) : null,
    text: text === 'sent' ? fieldsSent(req, library, body) : {},
    isCheck: sent.check === true,
  }
}

/** With its offset from UTC, or none: a bare time of day is another one wherever it is read. */
const instantIn = (sent = ''): Date | null =>
  z.iso.datetime({ offset: true }).safeParse(sent).success ? new Date(sent) : null

/** Readers are sent only to a text that is online and in force; nobody to the one that is being withdrawn. */
async function readSuccessor(
  req: PayloadRequest,
  { id, successor, at }: { id: string; successor: string | null; at: Date },
) {
  if (successor === null || successor === id) return null
  const where = { and: [{ slot: { equals: successor } }, ...inForce(at)] }
  return (await findOne({ req, collection: 'publications', where })) ? successor : null
}

function fieldsSent(
  req: PayloadRequest,
  library: Library,
  body: Record<string, unknown>,
): Record<string, unknown> {
  const sent = textSent(req, library, body)
  if (Object.keys(sent).length > 0) return sent
  throw new Refused('invalid', {
    detail: { zh: '请一并提交要修改的内容。', en: 'Send the fields to change.' },
  })
}
