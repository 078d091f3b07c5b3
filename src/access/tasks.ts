import type { Where } from 'payload'
import type { Actor } from './actor'
import { wholly } from './deputies'
import { isInReach, reachQuery, type Place } from './reach'
import { readsLive, type Role } from './rules'

/**
 * What keeps the knowledge true (查漏纠错、及时反馈维护需求): whatever somebody finds missing, wrong or old becomes a task of
 * one unit with a due day, and whoever told of it hears the end. Like `rules.ts` for entries, this is the whole business
 * of tasks: which there are, which step leads where, who may take it and what it needs, who sees what.
 */
export const taskKinds = [
  'gap',
  'correction',
  'request',
  'review',
  'sample',
  'contradiction',
  'merge',
] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskStates = ['open', 'taken', 'answered', 'closed', 'refused'] as const
export type TaskState = (typeof taskStates)[number]

/** While somebody has still to do something. */
export const unfinished: readonly TaskState[] = ['open', 'taken', 'answered']
/** While it lies with the unit. */
export const atTheUnit: readonly TaskState[] = ['open', 'taken']

/** Is a document that entries rest on in force? */
export const documentStates = ['valid', 'repealed', 'replaced'] as const
export type DocumentState = (typeof documentStates)[number]

/**
 * Why an entry is asked back: its day of review is near (`due`), its validity ends (`validity`), a document it rests on was
 * repealed or replaced (`basis`), or the entry of a unit above that it is based on changed or went offline (`original`).
 */
export const reviewCauses = ['due', 'validity', 'basis', 'original'] as const
export type ReviewCause = (typeof reviewCauses)[number]

/** Of a merge, whose task it is: of the unit whose text goes, which is withdrawn as merged, or of the one whose text stays. */
export type Side = 'goes' | 'stays'

export const isOver = ({ state }: { state: TaskState }): boolean => !unfinished.includes(state)

export type TaskStepRule = {
  /**
   * Kinds that know this step, and who takes it: roles of the unit it lies with, `centre` for every unit. Nobody, where
   * it follows from something else: an approval, a search that finds, two texts that agree again.
   */
  by: Partial<Record<TaskKind, readonly Role[]>>
  from: readonly TaskState[]
  to: TaskState
  /**
   * What must come with it: a sentence for whoever told of it or asked for it, a reason, an entry by its number, the unit
   * it goes to, the revision that was opened.
   */
  needs: readonly ('sentence' | 'reason' | 'entry' | 'unit' | 'opened')[]
  /** Nobody accepts their own answer. */
  not: readonly 'answerer'[]
  /** Of a merge, whose step it is; null of what both take. */
  side: Side | null
  /** Who is told: the unit it lies with, those who told of it, or whoever decides on the answer. */
  tells: 'unit' | 'reporters' | 'deciders' | 'nobody'
  /** Of several tasks at once, each by itself. */
  several: boolean
  isAsked: boolean
}

const rule = (given: Partial<TaskStepRule> & Pick<TaskStepRule, 'by' | 'from' | 'to'>) => ({
  needs: [],
  not: [],
  side: null,
  tells: 'nobody' as const,
  several: false,
  isAsked: true,
  ...given,
})

const unit: readonly Role[] = ['editor', 'approver']
const nobody: readonly Role[] = []
const everyKind = (by: readonly Role[]) =>
  Object.fromEntries(taskKinds.map((kind) => [kind, by])) as Record<TaskKind, readonly Role[]>
const byCentre: TaskStepRule['by'] = {
  request: ['centre'],
  sample: ['centre'],
  contradiction: ['centre'],
}
const byApprover: TaskStepRule['by'] = { review: ['approver', 'centre'] }

// prettier-ignore
export const taskSteps = {
  take: rule({ by: everyKind(unit), from: ['open'], to: 'taken' }),
  // 指明答案: an entry that answers the gap, be it a draft; the task closes once the queries find it.
  link: rule({ by: { gap: ['editor'] }, from: unfinished, to: 'answered', needs: ['entry'] }),
  // 属实: what was told is right; the task closes once a text without it is online.
  uphold: rule({ by: { correction: unit }, from: atTheUnit, to: 'answered', needs: ['sentence'], tells: 'reporters' }),
  // Of a review: what is to become of a text whose validity ends.
  answer: rule({ by: { request: unit, sample: unit, contradiction: unit, review: ['editor'] }, from: atTheUnit, to: 'answered', needs: ['sentence'], tells: 'deciders' }),
  // 复核无误: nothing in the text has to change; the approver confirms it, and the next term begins.
  confirm: rule({ by: { review: ['editor'] }, from: atTheUnit, to: 'answered', needs: ['opened'], tells: 'deciders', several: true }),
  reconfirm: rule({ by: byApprover, from: ['answered'], to: 'closed', needs: ['opened'], not: ['answerer'], tells: 'unit', several: true }),
  accept: rule({ by: { ...byCentre, ...byApprover }, from: ['answered'], to: 'closed', not: ['answerer'], tells: 'unit' }),
  sendBack: rule({ by: { ...byCentre, ...byApprover }, from: ['answered'], to: 'open', needs: ['reason'], tells: 'unit' }),
  refuse: rule({ by: { gap: ['approver', 'centre'], correction: ['approver', 'centre'], contradiction: ['centre'] }, from: atTheUnit, to: 'refused', needs: ['reason'], tells: 'reporters' }),
  reassign: rule({ by: { gap: [...unit, 'centre'], correction: [...unit, 'centre'], request: ['centre'] }, from: atTheUnit, to: 'open', needs: ['unit', 'reason'], tells: 'unit' }),
  // 同意并入: the text that stays takes the other's readers. Only then the other unit is asked.
  agree: rule({ by: { merge: ['approver'] }, from: atTheUnit, to: 'answered', needs: ['opened'], side: 'stays' }),
  // The unit of the text that stays agreed, or it is one unit's own matter: what is left is the withdrawal.
  agreed: rule({ by: { merge: nobody }, from: atTheUnit, to: 'answered', side: 'goes', tells: 'unit', isAsked: false }),
  // 同意合并: the text that goes is withdrawn as merged in the same step.
  merge: rule({ by: { merge: ['approver'] }, from: ['answered'], to: 'closed', needs: ['opened'], side: 'goes', tells: 'reporters' }),
  decline: rule({ by: { merge: ['approver', 'centre'] }, from: unfinished, to: 'refused', needs: ['reason'], tells: 'reporters' }),
  // 撤销: the centre needs it no longer.
  cancel: rule({ by: { request: ['centre'], sample: ['centre'] }, from: unfinished, to: 'refused', needs: ['reason'], tells: 'unit' }),
  // What it was about is put right, or there no longer.
  settle: rule({ by: everyKind(nobody), from: unfinished, to: 'closed', tells: 'reporters', isAsked: false }),
  // The answer is no longer online.
  reopen: rule({ by: { gap: nobody }, from: ['closed'], to: 'open', tells: 'unit', isAsked: false }),
} as const satisfies Record<string, TaskStepRule>

export type TaskStep = keyof typeof taskSteps

/** Of these kinds the text is opened with the task: a step of theirs asks for it. */
export const opensText = (kind: TaskKind): boolean =>
  Object.values(taskSteps).some(
    ({ by, needs }: TaskStepRule) => needs.includes('opened') && kind in by,
  )

/** The steps a person may ask for. */
export const askedTaskSteps: readonly TaskStep[] = (Object.keys(taskSteps) as TaskStep[]).filter(
  (step) => taskSteps[step].isAsked,
)

/** Those of several tasks at once. */
export const severalSteps = askedTaskSteps.filter((step) => taskSteps[step].several)

/** Characters of a sentence or a reason. */
export const longestSentence = 500

/** Does it lie with its unit, which is reminded? Of a merge first with that of the text that stays, then with the other. */
export const liesWithUnit = ({ state, side }: Pick<TaskFacts, 'state' | 'side'>): boolean =>
  side === 'goes' ? state === 'answered' : atTheUnit.includes(state)

/** Who of the unit does what a task of this kind asks for: its editors, or of what is only agreed to its approvers. */
export const doersOf = (kind: TaskKind): Role =>
  askedTaskSteps.some((step) => step !== 'take' && stepRule(step).by[kind]?.includes('editor'))
    ? 'editor'
    : 'approver'

const stepRule = (step: TaskStep): TaskStepRule => taskSteps[step]

/** So often units hand a task on; after that the centre says whose it is. */
export const mostReassigned = 2

export type TaskFacts = Place & {
  kind: TaskKind
  state: TaskState
  /** Who gave the answer that is to be accepted. */
  answeredBy: string | null
  /** How often units handed it on. */
  reassigned: number
  /** Who told of it, by their ids. */
  reporters: readonly string[]
  /** Of a review. */
  cause: ReviewCause | null
  /** Of a merge. */
  side: Side | null
}

export type TaskWhyNot =
  'notAllowed' | 'wrongState' | 'ownAnswer' | 'centreDecides' | 'validityEnds' | 'notEnding'

/** Why this person may not take this step with the task as it stands, or null. */
export function mayTakeTask(
  actor: Actor | null,
  step: TaskStep,
  task: TaskFacts,
): TaskWhyNot | null {
  const { by, from, not, side }: TaskStepRule = taskSteps[step]
  const roles = side === null || side === task.side ? by[task.kind] : nobody
  if (!actor || !roles?.some((role) => holdsFor(actor, role, task.unit))) return 'notAllowed'
  if (!from.includes(task.state)) return 'wrongState'
  if (not.includes('answerer') && task.answeredBy === actor.id) return 'ownAnswer'
  if (task.kind === 'review' && ofEnding.includes(step) && task.cause !== 'validity')
    return 'notEnding'
  if (task.kind === 'review' && ofLasting.includes(step) && task.cause === 'validity')
    return 'validityEnds'
  const isHandedOn = step === 'reassign' && task.reassigned >= mostReassigned
  return isHandedOn && !actor.roles.includes('centre') ? 'centreDecides' : null
}

/** What is over soon is not made longer by looking at it: the unit says what becomes of it, and its approver agrees. */
const ofEnding: readonly TaskStep[] = ['answer', 'accept']
const ofLasting: readonly TaskStep[] = ['confirm', 'reconfirm']

/** Does this person act in this role for the unit: as one of its people, as the centre, or in place of its approvers (代审批)? */
const holdsFor = (actor: Actor, role: Role, unit: string): boolean =>
  actor.roles.includes(role) &&
  (role === 'centre' ||
    actor.unit === unit ||
    (role === 'approver' && wholly(actor).includes(unit)))

/** May this person tell of what they miss or find wrong? Whoever reads more than citizens do. */
export const mayReport = (actor: Pick<Actor, 'roles'> | null): boolean =>
  actor?.roles.some((role) => readsLive[role] !== 'publicOnly') ?? false

/** 维护需求 are the centre's. */
export const mayRequest = (actor: Actor | null): boolean => actor?.roles.includes('centre') ?? false

/** Nothing of a task is visible outside its unit, the units above, the centre, and whoever told of it. */
export const seesTask = (
  actor: Actor | null,
  task: Pick<TaskFacts, 'unit' | 'unitAbove' | 'reporters'>,
): boolean => isInReach(actor, task) || isReporter(actor, task)

/** Is this one of those who told of it? */
export const isReporter = (
  actor: Actor | null,
  { reporters }: Pick<TaskFacts, 'reporters'>,
): boolean => actor !== null && reporters.includes(actor.id)

/** The same rule as a query over tasks; false for whoever is nobody. */
export function tasksSeenQuery(actor: Actor | null): boolean | Where {
  if (!actor) return false
  const reach = reachQuery(actor)
  if (reach === true) return true
  const own: Where = { reporters: { contains: actor.id } }
  return reach === false ? own : { or: [reach, own] }
}

/** Does this person see none but what they told of? */
export const seesOwnAlone = (actor: Actor): boolean => reachQuery(actor) === false

/** Of whom the menu has a page of tasks: who takes one of the steps. */
export const worksOnTasks = (roles: readonly Role[]): boolean =>
  Object.values(taskSteps).some(({ by }: { by: TaskStepRule['by'] }) =>
    Object.values(by).some((some) => some.some((role) => roles.includes(role))),
  )
