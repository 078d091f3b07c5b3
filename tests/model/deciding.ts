import { has, type Actor } from './cast'
import { changesSwitch, hasOpened, wanting, type StepAction } from './actions'
import { answeringFor, before, isConsulted, isSeen } from './seeing'
import { entryOf, type Code, type Entry, type Library, type StepName, type World } from './words'

/** A condition in the order in which refusals are given; unsure where the specification is silent. */
export type Gate = { holds: boolean | 'unsure'; codes: readonly Code[] }
export type Verdict = {
  may: boolean | 'either'
  codes: Code[]
  /** There is no such step: the address may not exist at all, which has no code of ours. */
  isNowhere?: boolean
}

/** The first condition that does not hold refuses; those before it of which nobody is sure may have. */
export function weigh(gates: Gate[]): Verdict {
  const codes: Code[] = []
  for (const gate of gates) {
    if (gate.holds !== true) codes.push(...gate.codes)
    if (gate.holds === false) return { may: false, codes }
  }
  return { may: codes.length > 0 ? 'either' : true, codes }
}

export const signedIn = ({ kind }: Actor): Gate => ({
  holds: kind === 'person',
  codes: ['notSignedIn'],
})

export function judge(world: World, actor: Actor, action: StepAction, key: string): Verdict {
  const entry = entryOf(world, key)
  if (!isStepOf(action.step, entry.library)) {
    const codes: Code[] = ['notSignedIn', 'notFound', 'notAllowed', 'wrongState', 'invalid']
    return { may: false, codes, isNowhere: true }
  }
  const verdict = weigh([
    signedIn(actor),
    // Without a revision it is no request: told at once or last, it gives nothing away.
    { holds: action.revision === 'none' ? 'unsure' : true, codes: ['invalid'] },
    { holds: seesFor(actor, entry, action.step), codes: ['notFound'] },
    { holds: mayTake(actor, entry, action.step), codes: ['notAllowed'] },
    { holds: leavesSwitches(action, entry), codes: ['notAllowed'] },
    { holds: isReady(world, entry, action, actor), codes: ['wrongState'] },
    { holds: isOthers(actor, entry, action.step), codes: ['ownSubmission'] },
    { holds: action.revision !== 'stale', codes: ['changedMeanwhile'] },
    wanting(world, actor, action, entry),
    // Whether a unit that agrees has to open the text first is not said.
    {
      holds: isAnswer(action.step) && !hasOpened(actor, entry) ? 'unsure' : true,
      codes: ['notOpened'],
    },
  ])
  return { ...verdict, isNowhere: isUnsaid(action.step, entry.library) }
}

const isAnswer = (step: StepName) => step === 'agree' || step === 'object'

/** Whether a case is discarded or resumed is written nowhere: there may be no such address. */
const isUnsaid = (step: StepName, library: Library) =>
  library === 'cases' && (step === 'discard' || step === 'resume')

/** Refused in any case, by its own right among other reasons; where it stands in the order is not said. */
const leavesSwitches = ({ step, change }: StepAction, entry: Entry): boolean | 'unsure' =>
  step === 'saveDirectly' && changesSwitch(entry, change) ? 'unsure' : true

const notOfCases: StepName[] = [
  ...(['submit', 'recall', 'approve', 'return', 'revise', 'requestReturn'] as const),
  ...(['requestDeletion', 'withdrawRequest', 'approveDeletion', 'refuseDeletion'] as const),
  ...(['open', 'close', 'agree', 'object'] as const),
]

/** Cases know draft and approved only; notices have no 修改 page for the centre. */
export function isStepOf(step: StepName, library: Library): boolean {
  if (library === 'cases') return !notOfCases.includes(step)
  if (step === 'publish') return false
  return !(library === 'notices' && step === 'saveDirectly')
}

function seesFor(actor: Actor, entry: Entry, step: StepName): boolean | 'unsure' {
  const isAsked = (step === 'agree' || step === 'object') && entry.state === 'pending'
  return isAsked && !entry.isTrashed && isConsulted(actor, entry) ? true : isSeen(actor, entry)
}

const byEditor: StepName[] = [
  ...(['submit', 'recall', 'revise', 'requestReturn', 'requestDeletion'] as const),
  ...(['withdrawRequest', 'discard'] as const),
]

export function mayTake(actor: Actor, entry: Entry, step: StepName): boolean | 'unsure' {
  const isCase = entry.library === 'cases'
  const isCentre = has(actor, 'centre')
  if (step === 'saveDirectly' || step === 'publish' || step === 'restore') return isCentre
  // Before it waits nobody is asked yet: no right and a wrong state are both true.
  if (step === 'agree' || step === 'object') {
    return isConsulted(actor, entry) && (entry.state === 'pending' ? true : 'unsure')
  }
  if (isCase && step === 'delete') return isCentre
  // Of cases the centre "publishes, edits and saves, withdraws, deletes"; whether it also discards and
  // resumes them, and whether the unit's approver has a say, is written nowhere.
  if (isCase && step === 'discard') return isCentre ? 'unsure' : false
  if (isCase && step === 'withdraw' && isCentre) return true
  if (isCase && (step === 'resume' || step === 'withdraw')) {
    return isCentre || decides(actor, entry, step) ? 'unsure' : false
  }
  if (byEditor.includes(step)) return has(actor, 'editor') && actor.unit === entry.unit
  if (step === 'withdraw' && isCentre) return true
  return decides(actor, entry, step)
}

/**
 * The approver of the unit; where it has none "other than the writer", the office of its county, and then the
 * hotline centre.
 * Whom that excludes when the step is not the approval itself is read in two ways: the model is sure
 * only where both agree.
 */
export function decides(actor: Actor, entry: Entry, step: StepName): boolean | 'unsure' {
  if (!has(actor, 'approver') || !actor.unit) return false
  if (actor.unit === entry.unit) return true
  const own = before(actor, entry.unit)
  if (!own) return false
  if (own.every(({ key }) => excludedFrom(entry, step).has(key))) return true
  return own.some(({ key }) => !entry.everInvolved.has(key)) ? false : 'unsure'
}

function excludedFrom(entry: Entry, step: StepName): Set<string | null> {
  if (step === 'approve') return new Set([...entry.writers, entry.submitter])
  if (step === 'approveDeletion' || step === 'refuseDeletion') return new Set([entry.deletionBy])
  return new Set()
}

function isOthers(actor: Actor, entry: Entry, step: StepName): boolean | 'unsure' {
  if (step === 'approveDeletion' || step === 'refuseDeletion') return actor.key !== entry.deletionBy
  if (step !== 'approve' && step !== 'return') return true
  const isOwn = entry.writers.has(actor.key) || entry.submitter === actor.key
  // "nobody who submitted it or saved since the last approved text": an earlier submission that was
  // recalled may or may not count; and whether a return is "against own submission" is left open.
  if (step === 'return') return isOwn || entry.submitters.has(actor.key) ? 'unsure' : true
  if (isOwn) return false
  return entry.submitters.has(actor.key) ? 'unsure' : true
}

function isReady(world: World, entry: Entry, action: StepAction, actor: Actor): boolean | 'unsure' {
  const { step } = action
  if (entry.isTrashed) return step === 'restore'
  if (step === 'restore') return false
  const { state, live } = entry
  const isAsked = entry.deletionBy !== null
  // The deletion's row names submit, approve, revise and save as stopped, open/close, withdraw and
  // delete as allowed, and is silent about the others.
  const beside = isAsked ? 'unsure' : true
  const isOnline = live === null ? false : live.validity === 'always' ? true : 'unsure'
  switch (step) {
    case 'submit':
      return (state === 'draft' || state === 'returned') && !isAsked
    case 'recall':
      return state === 'pending' && beside
    case 'approve':
      return state === 'pending' && !isAsked && entry.coUnits.every((u) => entry.answered.has(u))
    case 'return':
      return (state === 'pending' || state === 'approved') && beside
    case 'revise':
      return state === 'approved' && !isAsked && !isReturnFirst(world, entry)
    case 'requestReturn':
      if (state !== 'approved' || !isReturnFirst(world, entry)) return false
      return entry.isReturnAsked ? 'unsure' : beside
    case 'saveDirectly':
      return state === 'approved' && !isAsked
    case 'requestDeletion':
      return state !== 'pending' && !isAsked
    case 'withdrawRequest':
    case 'approveDeletion':
    case 'refuseDeletion':
      return isAsked
    case 'discard':
      return state === 'draft' && !entry.wasSubmitted && beside
    case 'publish':
      return state === 'draft'
    case 'delete':
      return true
    case 'open':
    case 'close':
      // Closing what is closed, or opening what is open, changes nothing: refused or done, both are right.
      return isOnline === true && isAlready(entry, action) ? 'unsure' : isOnline
    case 'withdraw':
      return isOnline
    case 'resume':
      return entry.withdrawn !== null && beside
    case 'agree':
    case 'object': {
      // A second answer of the same unit: taken or refused, the specification does not say.
      const unit = answeringFor(actor, entry)
      return state === 'pending' && (unit && entry.answered.has(unit) ? 'unsure' : true)
    }
  }
}

const isReturnFirst = ({ returnFirst }: World, { library }: Entry) =>
  library !== 'cases' && returnFirst[library]

const isAlready = ({ live }: Entry, { step, to }: StepAction) =>
  live !== null && (to === 'public' ? live.public : live.units) === (step === 'open')
