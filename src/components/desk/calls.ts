import type { Entry } from '@/reading/readEntry'
import { answerOf } from '@/reading/spoken'
import type { Question } from './deskQuestion'

/** What of an answer went to the caller or into the order: notes and answers that were copied, 用上了. */
export type Told = 'note' | 'call' | 'answer' | 'used'

/** An entry as it was when it was last opened on a call, or told. */
export type Seen = {
  number: string
  title: string
  revision: number
  /** What is read aloud of it; empty where it says nothing. */
  answer: string
  told: Told[]
}

/** Where somebody is: what they asked, what is open, and the answer it was opened from. */
export type Shown = { question: Question; entry: string | null; search: string | null }

/** One call, from 接听 to 结束. */
export type Call = {
  id: string
  /** When it was taken; ISO 8601. */
  at: string
  /** The caller's number, as the telephony told it; it never leaves this tab. */
  number: string | null
  /** The county, zone or park of the caller, a node's id; empty until it is chosen. */
  district: string
  shown: Shown
  /** Questions, each as it was last worded before something was opened. */
  asked: { words: string; isOver: boolean }[]
  seen: Seen[]
  /** Notes that were copied beside those of entries: three-way calls and what was passed on. */
  notes: string[]
}

export type Calls = { calls: readonly Call[]; active: string | null }

export const noCalls: Calls = { calls: [], active: null }

/** What is known of a call before anything was asked on it. */
export type Taken = Pick<Call, 'id' | 'at' | 'number' | 'district' | 'shown'>

export const activeCall = ({ calls, active }: Calls): Call | null =>
  calls.find(({ id }) => id === active) ?? null

/** Taken once: the telephony may tell of the same call again, and of what it did not know before. */
export function take({ calls }: Calls, taken: Taken): Calls {
  const { id, number, district } = taken
  const isKnown = calls.some((one) => one.id === id)
  const all = isKnown
    ? calls.map((one) =>
        one.id === id
          ? { ...one, number: one.number ?? number, district: one.district || district }
          : one,
      )
    : [...calls, { ...taken, asked: [], seen: [], notes: [] }]
  return { calls: all, active: id }
}

/** To the next one in their order, which is the one after the last. */
export function nextOf({ calls, active }: Calls): Call | null {
  if (calls.length < 2) return null
  const at = calls.findIndex(({ id }) => id === active)
  return calls[(at + 1) % calls.length] ?? null
}

/** Gone with all that is known of it; another one is taken up where there is one. */
export function end({ calls, active }: Calls, ended: string): Calls {
  const left = calls.filter(({ id }) => id !== ended)
  return { calls: left, active: active === ended ? (left.at(-1)?.id ?? null) : active }
}

/** A change of one call; nothing where it has ended, or there was none. */
export function onCall(state: Calls, id: string | null, change: (call: Call) => Call): Calls {
  const call = state.calls.find((one) => one.id === id)
  if (!call) return state
  const changed = change(call)
  if (changed === call) return state
  return { ...state, calls: state.calls.map((one) => (one === call ? changed : one)) }
}

/** What is only typed on takes the place of how it began. */
export function noteAsked(call: Call, words: string): Call {
  if (call.asked.some((one) => one.words === words)) return call
  const last = call.asked.at(-1)
  const isTypedOn =
    last && !last.isOver && (words.startsWith(last.words) || last.words.startsWith(words))
  const before = isTypedOn ? call.asked.slice(0, -1) : call.asked
  return { ...call, asked: [...before, { words, isOver: false }] }
}

/** What was told stays as it was then. */
export function noteSeen(call: Call, entry: Entry): Call {
  const known = call.seen.find(({ number }) => number === entry.number)
  const asked = call.asked.map((one, at) =>
    at === call.asked.length - 1 ? { ...one, isOver: true } : one,
  )
  if (known && (known.told.length > 0 || known.revision === entry.revision))
    return { ...call, asked }
  const others = call.seen.filter((one) => one !== known)
  return { ...call, asked, seen: [...others, { ...seenOf(entry), told: [] }] }
}

export function noteTold(call: Call, entry: Entry, told: Told): Call {
  const known = call.seen.find(({ number }) => number === entry.number)
  const before = known?.told ?? []
  const now = { ...seenOf(entry), told: before.includes(told) ? before : [...before, told] }
  const seen = known ? call.seen.map((one) => (one === known ? now : one)) : [...call.seen, now]
  return { ...call, seen }
}

/** Taken back: what else was told of it stays. */
export const noteUntold = (call: Call, number: string, told: Told): Call => ({
  ...call,
  seen: call.seen.map((one) =>
    one.number === number ? { ...one, told: one.told.filter((before) => before !== told) } : one,
  ),
})

export const noteWritten = (call: Call, note: string): Call =>
  call.notes.includes(note) ? call : { ...call, notes: [...call.notes, note] }

function seenOf(entry: Entry): Omit<Seen, 'told'> {
  const { number, title, revision } = entry
  return { number, title, revision, answer: answerOf(entry) }
}

/** Was the caller answered with it? A three-way call has a note of its own. */
export const isUsed = ({ told }: Seen): boolean => told.some((one) => one !== 'call')
