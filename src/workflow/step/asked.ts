import type { PayloadRequest } from 'payload'
import {
  fields,
  states,
  steps,
  type Library,
  type State,
  type Step,
  type StepRule,
} from '@/access/rules'
import { findingKinds } from '../findings/findingKinds'
import { withoutNumbers } from '../findings/maskNumbers'
import { Refused } from '../Refused'
import { findOne } from '../store'
import { refuseWrongValues } from '../saving/wrongValues'

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
  /** saveDirectly: the fields that were sent. */
  text: Record<string, unknown>
  /** Only asked whether it could be taken: nothing is done, and what a dialog asks for is taken as given. */
  isCheck: boolean
}

/** A sentence for readers is at most this long, in characters. */
const longestSentence = 500

export async function requestOf(given: {
  req: PayloadRequest
  library: Library
  id: string
  step: Step
  body: Record<string, unknown>
}): Promise<Request> {
  const { req, library, id, step, body } = given
  const { needs, publication }: StepRule = steps[step]
  const sentence = textOf(body, needs.includes('sentence') ? 'sentence' : null)
  return {
    revision: revisionOf(body),
    seenState: seenStateOf(body),
    hash: stringOf(body, 'hash'),
    named: namedIn(body),
    reason: withoutNumbers(textOf(body, 'reason')),
    isConfirmed: body.confirmed === true,
    isReopened: body.reopen === true,
    isTakenOffline: publication === 'asAsked' && !isKeptOnline(body),
    to: body.to,
    kind: body.kind,
    sentence,
    successor: body.kind === 'merged' ? await liveSuccessor(req, id, body.successor) : null,
    text: step === 'saveDirectly' ? fieldsSent(req, library, body) : {},
    isCheck: body.check === true,
  }
}

function revisionOf(body: Record<string, unknown>): number {
  if (typeof body.revision === 'number' && Number.isInteger(body.revision)) return body.revision
  throw new Refused('invalid', {
    fields: ['revision'],
    detail: { zh: '请一并提交所看到的版本号 revision。', en: 'Send the revision you saw.' },
  })
}

function seenStateOf({ seenState }: Record<string, unknown>): State | null {
  if (seenState === undefined || seenState === null) return null
  const known = states.find((state) => state === seenState)
  if (known) return known
  throw new Refused('invalid', {
    fields: ['seenState'],
    detail: {
      zh: `seenState 只能是 ${states.join('、')} 之一。`,
      en: `seenState must be one of ${states.join(', ')}.`,
    },
  })
}

function stringOf(body: Record<string, unknown>, field: string): string | null {
  const value = body[field]
  if (value === undefined || value === null || typeof value === 'string') return value ?? null
  throw new Refused('invalid', {
    fields: [field],
    detail: { zh: `${field} 须是文字。`, en: `${field} must be a text.` },
  })
}

function namedIn({ findings }: Record<string, unknown>): string[] {
  if (findings === undefined || findings === null) return []
  const isKnown = (kind: unknown) => findingKinds.some((known) => known === kind)
  if (Array.isArray(findings) && findings.every(isKnown)) return findings as string[]
  throw new Refused('invalid', {
    fields: ['findings'],
    detail: {
      zh: `findings 须列出已核对的种类：${findingKinds.join('、')}。`,
      en: `findings lists the kinds that were looked at: ${findingKinds.join(', ')}.`,
    },
  })
}

function isKeptOnline({ online }: Record<string, unknown>): boolean {
  if (online === undefined || online === null || typeof online === 'boolean')
    return online !== false
  throw new Refused('invalid', {
    fields: ['online'],
    detail: { zh: 'online 只能是 true 或 false。', en: 'online must be true or false.' },
  })
}

function textOf(body: Record<string, unknown>, field: string | null): string {
  const value = field && body[field]
  const text = typeof value === 'string' ? value.trim() : ''
  if (text.length <= longestSentence) return text
  throw new Refused('invalid', {
    fields: field ? [field] : [],
    detail: {
      zh: `请控制在 ${longestSentence} 字以内。`,
      en: `At most ${longestSentence} characters.`,
    },
  })
}

/** Readers are sent only to a text that is online; nobody to the one that is being withdrawn. */
async function liveSuccessor(req: PayloadRequest, id: string, given: unknown) {
  if (typeof given !== 'string' || given === id) return null
  const where = { slot: { equals: given } }
  return (await findOne({ req, collection: 'publications', where })) ? given : null
}

function fieldsSent(
  { payload }: PayloadRequest,
  library: Library,
  body: Record<string, unknown>,
): Record<string, unknown> {
  refuseWrongValues(payload.collections[library].config.flattenedFields, body)
  const known = fields[library].map(({ name }) => name)
  const sent = Object.entries(body).filter(([name]) => known.some((field) => field === name))
  if (sent.length > 0) return Object.fromEntries(sent)
  throw new Refused('invalid', {
    detail: { zh: '请一并提交要修改的内容。', en: 'Send the fields to change.' },
  })
}
