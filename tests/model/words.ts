import type { Task } from './tasks/words'

/** The words of the specification, for the model alone: nothing here is taken from src. */
export const libraries = ['knowledge', 'plans', 'notices', 'cases'] as const
export type Library = (typeof libraries)[number]

export type Role = 'agent' | 'staff' | 'editor' | 'approver' | 'centre' | 'operator' | 'auditor'
export type UnitKey = 'hotline' | 'county' | 'office' | 'bureau' | 'town' | 'village' | 'department'
export type State = 'draft' | 'pending' | 'approved' | 'returned'

export const steps = [
  ...['submit', 'recall', 'approve', 'return', 'revise', 'requestReturn', 'saveDirectly'],
  ...['requestDeletion', 'withdrawRequest', 'approveDeletion', 'refuseDeletion', 'discard'],
  ...['publish', 'delete', 'restore', 'open', 'close', 'withdraw', 'resume', 'agree', 'object'],
] as const as readonly StepName[]

export type StepName =
  | ('submit' | 'recall' | 'approve' | 'return' | 'revise' | 'requestReturn' | 'saveDirectly')
  | ('requestDeletion' | 'withdrawRequest' | 'approveDeletion' | 'refuseDeletion' | 'discard')
  | ('publish' | 'delete' | 'restore' | 'open' | 'close' | 'withdraw' | 'resume')
  | ('agree' | 'object')

export type Code =
  | ('notSignedIn' | 'notFound' | 'notAllowed' | 'wrongState' | 'ownSubmission')
  | ('changedMeanwhile' | 'reasonMissing' | 'incomplete' | 'notOpened' | 'invalid')

export const statusOf: Record<Code, number> = {
  notSignedIn: 401,
  notFound: 404,
  notAllowed: 403,
  wrongState: 409,
  ownSubmission: 403,
  changedMeanwhile: 409,
  reasonMissing: 400,
  incomplete: 400,
  notOpened: 400,
  invalid: 400,
}

/** A switch has no preset: null until somebody chose. */
export type Switch = boolean | null

/** What is written of an entry, as far as the rules look at it. */
export type Text = {
  /** A mark found in no other text: who sees it has seen this text. */
  words: string
  /** Has every field without which nothing is submitted, the switches aside. */
  isFilled: boolean
  units: Switch
  public: Switch
  hasFile: boolean
  validity: 'always' | 'over' | 'later'
}

export type Live = Text & { revision: number }
/** What state the trash shows is not specified: null where it is or was there. */
export type Decision = {
  step: StepName
  by: string
  from: State | null
  to: State | null
  revision: number
}

export type Withdrawal = {
  kind: 'inError' | 'merged' | 'expired'
  sentence: string
  successor: string | null
  text: Live
}

export type Entry = {
  key: string
  library: Library
  unit: UnitKey
  isConfidential: boolean
  isDueSoon: boolean
  coUnits: UnitKey[]
  title: string
  /** Every mark its texts ever had, to find one that leaked. */
  marks: string[]
  id: string
  number: string
  state: State
  revision: number
  copy: Text
  live: Live | null
  withdrawn: Withdrawal | null
  isTrashed: boolean
  deletionBy: string | null
  isReturnAsked: boolean
  /** Who saved, and who submitted, since the last approved text. */
  writers: Set<string>
  submitters: Set<string>
  submitter: string | null
  /** Whoever ever wrote, submitted or asked for deletion. */
  everInvolved: Set<string>
  wasSubmitted: boolean
  /** What was closed while a revision was under way stays closed when it is approved. */
  kept: { units: boolean; public: boolean }
  /** `person revision` for each revision somebody opened. */
  opened: Set<string>
  answered: Set<UnitKey>
  decisions: Decision[]
}

/** All the model knows: the entries and tasks of one sequence, and the setting 修改已审批信息须先退回. */
export type World = {
  entries: Map<string, Entry>
  returnFirst: ReturnFirst
  /** What was told of them, and what the centre asked for. */
  tasks: Map<string, Task>
  /** How much of what is tried is about tasks. */
  tasksShare: number
  /** How many were tried to be written or told: each has a name of its own, refused or not. */
  tried: number
}
export type Revised = Exclude<Library, 'cases'>
export type ReturnFirst = Record<Revised, boolean>

export const newWorld = (returnFirst: Revised[] = [], tasksShare = 0): World => ({
  entries: new Map(),
  tasksShare,
  tasks: new Map(),
  tried: 0,
  returnFirst: {
    knowledge: returnFirst.includes('knowledge'),
    plans: returnFirst.includes('plans'),
    notices: returnFirst.includes('notices'),
  },
})

export function entryOf(world: World, key: string): Entry {
  const entry = world.entries.get(key)
  if (!entry) throw new Error(`The model knows no entry ${key}.`)
  return entry
}
