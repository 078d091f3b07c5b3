import type { UnitKey } from '../words'

/** The words of `docs/tasks.md`, for the model alone: nothing here is taken from src. */
export const taskSteps = [
  ...(['take', 'link', 'uphold', 'answer', 'confirm', 'reconfirm'] as const),
  ...(['accept', 'sendBack', 'refuse', 'reassign', 'cancel'] as const),
  ...(['agree', 'merge', 'decline'] as const),
] as const
export type TaskStep = (typeof taskSteps)[number]

export type TaskKind = 'gap' | 'correction' | 'request' | 'review' | 'merge'
export type TaskState = 'open' | 'taken' | 'answered' | 'closed' | 'refused'

export type Task = {
  key: string
  id: string
  number: string
  kind: TaskKind
  unit: UnitKey
  state: TaskState
  outcome: string | null
  /** What it is about, or what answers it: the key of an entry. */
  entry: string | null
  /** Of a correction: the text that is wrong; of a review: the one that was online when it was asked for. */
  revision: number | null
  /** Of a merge: the entries, and what its tasks have in common. */
  merging: { goes: string; stays: string } | null
  matter: string
  /** Of a gap: what was asked. */
  query: string | null
  /** Who told of it, by their keys; `citizen` for those nobody knows. */
  tellers: Set<string>
  count: number
  /** Who gave the answer that waits to be accepted. */
  answeredBy: string | null
  /** Of a review: `person revision` of each text somebody opened with it. */
  opened: Set<string>
  /** How often units handed it on; the centre may do so at any time. */
  handedOn: number
  /** The steps on record, the first that it was opened. */
  history: string[]
}

/** Somebody tells of what is missing or wrong, or the centre asks a unit for something. */
export type TellAction = {
  kind: 'tell'
  by: string
  key: string
  what: Exclude<TaskKind, 'review'>
  /** What a correction is about, what a gap should have found, and of a merge the text that goes. */
  entry: string | null
  /** Of a merge: the text that stays. */
  other: string | null
  /** The unit proposed or asked; of a correction it is the entry's. */
  unit: UnitKey | null
  hasWords: boolean
  /** At the address of citizens, whoever it is. */
  isPublic: boolean
}

export type TaskAction = {
  kind: 'task'
  step: TaskStep
  by: string
  task: string
  hasWords: boolean
  entry: string | null
  unit: UnitKey | null
  /** The state the sender says they saw. */
  seen: 'none' | 'right' | 'other'
}

/** Somebody looks at the text a review or a merge is of. */
export type LookAction = { kind: 'look'; by: string; task: string }

/** What approvals and withdrawals put right is closed, or opened again, by the server, and reviews are asked for. */
export type SettleAction = { kind: 'settle' }

export type OfTasks = TellAction | TaskAction | LookAction | SettleAction

export const isUnfinished = ({ state }: Task) =>
  state === 'open' || state === 'taken' || state === 'answered'

export function taskOf({ tasks }: { tasks: Map<string, Task> }, key: string): Task {
  const task = tasks.get(key)
  if (!task) throw new Error(`The model knows no task ${key}.`)
  return task
}
