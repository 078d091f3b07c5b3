import { has, type Actor } from '../cast'
import { signedIn, weigh, type Gate, type Verdict } from '../deciding'
import { before, isInReach, isSilent, textFor } from '../seeing'
import { entryOf, type UnitKey, type World } from '../words'
import { judgeProposal, mergeGates } from './merging'
import { isUnfinished, taskOf } from './words'
import type { Task, TaskAction, TaskKind, TaskState } from './words'
import type { TaskStep, TellAction } from './words'

type Taker = 'editor' | 'approver' | 'centre'
type Rule = {
  by: Partial<Record<TaskKind, readonly Taker[]>>
  from: readonly TaskState[]
  to: TaskState
  needs?: 'words' | 'entry' | 'unit' | 'opened'
  /** Nobody accepts their own answer. */
  notOwn?: true
  /** Of a merge: of the text that goes, or of the one that stays. */
  side?: 'goes' | 'stays'
}

const unit: readonly Taker[] = ['editor', 'approver']
const lies: readonly TaskState[] = ['open', 'taken']
const unfinished: readonly TaskState[] = ['open', 'taken', 'answered']
const deciders: readonly Taker[] = ['approver', 'centre']

/** The table of steps in `docs/tasks.md`, as far as the model plays its kinds. */
// prettier-ignore
export const rules: Record<TaskStep, Rule> = {
  take: { by: { gap: unit, correction: unit, request: unit, review: unit, merge: unit }, from: ['open'], to: 'taken' },
  link: { by: { gap: ['editor'] }, from: unfinished, to: 'answered', needs: 'entry' },
  uphold: { by: { correction: unit }, from: lies, to: 'answered', needs: 'words' },
  answer: { by: { request: unit, review: ['editor'] }, from: lies, to: 'answered', needs: 'words' },
  accept: { by: { request: ['centre'], review: deciders }, from: ['answered'], to: 'closed', notOwn: true },
  sendBack: { by: { request: ['centre'], review: deciders }, from: ['answered'], to: 'open', needs: 'words' },
  refuse: { by: { gap: ['approver', 'centre'], correction: ['approver', 'centre'] }, from: lies, to: 'refused', needs: 'words' },
  reassign: { by: { gap: [...unit, 'centre'], correction: [...unit, 'centre'], request: ['centre'] }, from: lies, to: 'open', needs: 'unit' },
  cancel: { by: { request: ['centre'] }, from: unfinished, to: 'refused', needs: 'words' },
  confirm: { by: { review: ['editor'] }, from: lies, to: 'answered', needs: 'opened' },
  agree: { by: { merge: ['approver'] }, from: lies, to: 'answered', needs: 'opened', side: 'stays' },
  merge: { by: { merge: ['approver'] }, from: ['answered'], to: 'closed', needs: 'opened', side: 'goes' },
  decline: { by: { merge: deciders }, from: unfinished, to: 'refused', needs: 'words' },
  reconfirm: { by: { review: deciders }, from: ['answered'], to: 'closed', needs: 'opened', notOwn: true },
}

/** The reviews played are of a day that is near: what is said of a text that ends is not said of them. */
const ofEnding: readonly TaskStep[] = ['answer', 'accept']
const isOfItsCause = ({ kind }: Task, step: TaskStep) =>
  kind !== 'review' || !ofEnding.includes(step)
const isOthers = ({ key }: Actor, { answeredBy }: Task, step: TaskStep) =>
  !rules[step].notOwn || answeredBy !== key

/** So often units hand a task on. */
const mostHandedOn = 2

/** Whose people do what is asked of a unit: a county's own matters are its office's. */
export const doerOf = (of: UnitKey): UnitKey => (of === 'county' ? 'office' : of)

export function judgeStep(world: World, actor: Actor, action: TaskAction): Verdict {
  const task = taskOf(world, action.task)
  const { needs, from } = rules[action.step]
  const isFree = action.step !== 'reassign' || task.handedOn < mostHandedOn || has(actor, 'centre')
  return weigh([
    signedIn(actor),
    { holds: seesTask(actor, task), codes: ['notFound'] },
    { holds: isTaker(actor, action.step, task), codes: ['notAllowed'] },
    { holds: from.includes(task.state), codes: ['changedMeanwhile'] },
    { holds: isOthers(actor, task, action.step), codes: ['wrongState'] },
    { holds: isOfItsCause(task, action.step), codes: ['wrongState'] },
    { holds: isFree, codes: ['wrongState'] },
    { holds: action.seen !== 'other', codes: ['changedMeanwhile'] },
    // What a step needs is in words, but for the reason beside a unit.
    {
      holds: needs === 'opened' || !needs || needs === 'entry' || action.hasWords,
      codes: ['invalid'],
    },
    ...(needs === 'opened' && opensText(task) ? openedNow(world, actor, task) : []),
    ...mergeGates(world, actor, task, action.step),
    { holds: needs !== 'unit' || isOtherUnit(task, action), codes: ['invalid'] },
    { holds: needs !== 'entry' || isNamed(world, actor, action.entry), codes: ['invalid'] },
  ])
}

/** The text that is online now, opened since the task is there: with it, or as the copy in the same words. */
function openedNow(world: World, { key }: Actor, task: Task): Gate[] {
  const entry = entryOf(world, task.entry ?? '')
  const text = `${key} ${entry.live?.revision ?? 0}`
  return [
    { holds: entry.live !== null, codes: ['notFound'] },
    {
      holds: task.opened.has(text) || (entry.opened.has(text) ? 'unsure' : false),
      codes: ['notOpened'],
    },
  ]
}

const opensText = ({ kind }: Task) => kind === 'review' || kind === 'merge'

/** That somebody told of a merge is not enough to read it. */
function mayReadText(world: World, actor: Actor, task: Task): boolean | 'unsure' {
  const entry = opensText(task) ? entryOf(world, task.entry ?? '') : null
  if (!entry || isInside(actor, task) || textFor(actor, entry)) return true
  return isSilent(actor, entry) ? 'unsure' : false
}

/** The text of a review or a merge that waits, for whoever it lies with. */
export function judgeLook(world: World, actor: Actor, task: Task): Verdict {
  const isThere =
    opensText(task) && isUnfinished(task) && entryOf(world, task.entry ?? '').live !== null
  return weigh([
    signedIn(actor),
    { holds: seesTask(actor, task) && isThere, codes: ['notFound'] },
    { holds: mayReadText(world, actor, task), codes: ['notFound'] },
  ])
}

const isOfItsSide = ({ merging, entry }: Task, step: TaskStep) => {
  const { side } = rules[step]
  return side === undefined || merging === null || merging[side] === entry
}

export const isTaker = (actor: Actor, step: TaskStep, task: Task): boolean =>
  isOfItsSide(task, step) &&
  (rules[step].by[task.kind] ?? []).some(
    (taker) =>
      has(actor, taker) &&
      (taker === 'centre' ||
        actor.unit === task.unit ||
        (taker === 'approver' && decidesFor(actor, task.unit))),
  )

/** The steps shown as buttons: those that may be taken as the task stands. */
export const offered = (actor: Actor, task: Task): TaskStep[] =>
  (Object.keys(rules) as TaskStep[]).filter(
    (step) =>
      isTaker(actor, step, task) &&
      rules[step].from.includes(task.state) &&
      isOthers(actor, task, step) &&
      isOfItsCause(task, step) &&
      (step !== 'reassign' || task.handedOn < mostHandedOn || has(actor, 'centre')),
  )

/** 代审批: an approver of the first unit in the chain that has one, where the task's own has none at all. */
const decidesFor = (actor: Actor, of: UnitKey): boolean => before(actor, of)?.length === 0

/** Its unit, the unit above, the centre, whoever decides in the unit's place; and whoever told of it. */
export const isInside = (actor: Actor, task: Task): boolean =>
  isInReach(actor, task) || decidesFor(actor, task.unit)

export const seesTask = (actor: Actor, task: Task): boolean =>
  actor.kind === 'person' && (isInside(actor, task) || task.tellers.has(actor.key))

const isOtherUnit = ({ unit: now }: Task, { unit: to }: TaskAction) =>
  to !== null && doerOf(to) !== now

/** An entry that answers a gap: one in reach, be it a draft, or one that is read online. */
function isNamed(world: World, actor: Actor, key: string | null): boolean | 'unsure' {
  const entry = key === null ? null : entryOf(world, key)
  if (!entry) return false
  if (textFor(actor, entry) || (isInReach(actor, entry) && !entry.isTrashed)) return true
  return isSilent(actor, entry) ? 'unsure' : false
}

const tells = ({ roles }: Actor) =>
  roles.some((role) => ['agent', 'staff', 'editor', 'approver', 'centre'].includes(role))

export function judgeTelling(world: World, actor: Actor, action: TellAction): Verdict {
  const { what, entry: key, hasWords, isPublic } = action
  if (what === 'merge') return judgeProposal(world, actor, action)
  const entry = key === null ? null : entryOf(world, key)
  const isRead = entry !== null && textFor(actor, entry) !== null
  const about: Gate[] = [
    { holds: hasWords, codes: ['invalid'] },
    { holds: what !== 'correction' || isRead, codes: ['notFound'] },
    { holds: what !== 'request' || entry === null || isRead, codes: ['invalid'] },
  ]
  if (isPublic) return weigh(about)
  return weigh([
    signedIn(actor),
    { holds: tells(actor), codes: ['notAllowed'] },
    { holds: what !== 'request' || has(actor, 'centre'), codes: ['notAllowed'] },
    ...about,
  ])
}
