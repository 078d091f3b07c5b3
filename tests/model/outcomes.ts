import type { Actor } from './cast'
import {
  fitting,
  implied,
  type Change,
  type SaveAction,
  type StepAction,
  type WriteAction,
} from './actions'
import { answeringFor } from './seeing'
import type { Decision, Entry, Live, State, UnitKey, World } from './words'

/** A new entry is a draft of its writer. */
export function begin(
  world: World,
  action: WriteAction,
  given: { id: string; number: string; title: string },
): Entry {
  const { key, library, unit, coUnits, isConfidential, isDueSoon, by } = action
  const entry: Entry = {
    ...{ key, library, unit, coUnits, isConfidential, isDueSoon, ...given },
    ...{ marks: [action.text.words], state: 'draft', revision: 1, copy: implied(action.text) },
    ...{ live: null, withdrawn: null, isTrashed: false, deletionBy: null, isReturnAsked: false },
    ...{ writers: new Set([by]), submitters: new Set(), submitter: null, wasSubmitted: false },
    ...{ kept: { units: false, public: false }, opened: new Set(), answered: new Set() },
    ...{ everInvolved: new Set([by]), decisions: [] },
  }
  world.entries.set(key, entry)
  return entry
}

/** Each save is of the next revision; the model never sends one that changes nothing. */
export function write(entry: Entry, by: string, sent: Change): void {
  const change = fitting(entry, sent)
  entry.copy = implied({ ...entry.copy, ...change })
  entry.revision += 1
  if (change.words) entry.marks.push(change.words)
  entry.writers.add(by)
  entry.everInvolved.add(by)
}

export const save = (entry: Entry, { by, change }: SaveAction) => write(entry, by, change)

/** What a step that was taken has changed, its record included. */
export function take(world: World, actor: Actor, action: StepAction, entry: Entry): Decision {
  const from = entry.isTrashed ? null : entry.state
  change(world, actor, action, entry)
  const decision: Decision = {
    ...{ step: action.step, by: actor.key, from, revision: entry.revision },
    to: entry.isTrashed ? null : entry.state,
  }
  entry.decisions.push(decision)
  return decision
}

function change(world: World, actor: Actor, action: StepAction, entry: Entry): void {
  switch (action.step) {
    case 'submit':
      entry.submitter = actor.key
      entry.submitters.add(actor.key)
      entry.everInvolved.add(actor.key)
      entry.wasSubmitted = true
      entry.answered.clear()
      return move(entry, 'pending')
    case 'recall':
      return move(entry, 'draft')
    case 'revise':
      entry.isReturnAsked = false
      return move(entry, 'draft')
    case 'approve':
      keepClosed(entry, action.reopen)
      return goLive(entry)
    case 'publish':
      return goLive(entry)
    case 'return':
      // "an approved item stays online by default, or goes offline: the approver says"
      if (entry.state === 'approved' && !action.staysOnline) entry.live = null
      entry.isReturnAsked = false
      return move(entry, 'returned')
    case 'requestReturn':
      entry.isReturnAsked = true
      return
    case 'saveDirectly':
      write(entry, actor.key, action.change)
      return goLive(entry)
    case 'requestDeletion':
      entry.deletionBy = actor.key
      entry.everInvolved.add(actor.key)
      return
    case 'withdrawRequest':
    case 'refuseDeletion':
      entry.deletionBy = null
      return
    case 'approveDeletion':
    case 'discard':
    case 'delete':
      return trash(entry)
    case 'restore':
      entry.isTrashed = false
      return move(entry, 'draft')
    case 'open':
    case 'close':
      return turn(entry, action)
    case 'withdraw':
      return withdraw(entry, action)
    case 'resume':
      entry.live = entry.withdrawn?.text ?? null
      entry.withdrawn = null
      return
    case 'agree':
    case 'object':
      entry.answered.add(answeringFor(actor, entry) as UnitKey)
      return
  }
}

function move(entry: Entry, state: State): void {
  entry.state = state
}

function keepClosed(entry: Entry, reopen: boolean): void {
  if (reopen) return
  if (entry.kept.units) entry.copy = { ...entry.copy, units: false, public: false }
  if (entry.kept.public) entry.copy = { ...entry.copy, public: false }
}

function goLive(entry: Entry): void {
  entry.live = { ...entry.copy, revision: entry.revision }
  entry.withdrawn = null
  entry.writers.clear()
  entry.submitters.clear()
  entry.submitter = null
  entry.kept = { units: false, public: false }
  move(entry, 'approved')
}

/** Offline in the same step; who wrote since the last approved text is not forgotten. */
function trash(entry: Entry): void {
  entry.isTrashed = true
  entry.live = null
  entry.withdrawn = null
  entry.deletionBy = null
  entry.isReturnAsked = false
}

/** "acts on the online text and the copy alike"; a closing given beside a revision is kept. */
function turn(entry: Entry, { step, to }: StepAction): void {
  const isOpen = step === 'open'
  const switches =
    to === 'public'
      ? { public: isOpen, ...(isOpen ? { units: true } : {}) }
      : { units: isOpen, ...(isOpen ? {} : { public: false }) }
  entry.live = { ...(entry.live as Live), ...switches }
  entry.copy = { ...entry.copy, ...switches }
  if (entry.state === 'approved') return
  if ('units' in switches) entry.kept.units = !isOpen
  if ('public' in switches) entry.kept.public = !isOpen
}

function withdraw(entry: Entry, { why, successor }: StepAction): void {
  const text = entry.live as Live
  const merged = why === 'merged' ? successor : null
  entry.withdrawn = { kind: why, sentence: sentenceOf(entry), successor: merged, text }
  entry.live = null
  if (entry.state === 'approved') move(entry, 'draft')
}

/** What readers are told, found in no other answer. */
export const sentenceOf = (entry: Entry) => `本条已下架，见${entry.key}${entry.number}`
