import type { Actor } from './cast'
import type { Gate } from './deciding'
import type { OfTasks } from './tasks/words'
import {
  entryOf,
  type Code,
  type Entry,
  type Library,
  type Revised,
  type StepName,
  type Text,
  type UnitKey,
  type World,
} from './words'

/** One thing somebody tries; written down so that it can be tried again and told as a sentence. */
export type Action =
  (WriteAction | SaveAction | OpenAction | StepAction | DoorAction | SettingAction) | OfTasks

export type WriteAction = {
  kind: 'write'
  by: string
  key: string
  library: Library
  unit: UnitKey
  coUnits: UnitKey[]
  isConfidential: boolean
  /** Its day of review is within two weeks. */
  isDueSoon: boolean
  text: Text
}

/** Only what is named is sent. */
export type Change = Partial<Text>

export type SaveAction = {
  kind: 'save'
  by: string
  entry: string
  change: Change
  startedFrom: Revision
  crafted: Crafted | null
}

/** The approver's way to a revision: its review. */
export type OpenAction = { kind: 'open'; by: string; entry: string }

export type Revision = 'latest' | 'stale' | 'none'

export type StepAction = {
  kind: 'step'
  step: StepName
  by: string
  /** More than one, or one alone in a list, where the step takes several. */
  entries: string[]
  isSeveral: boolean
  revision: Revision
  hasReason: boolean
  isConfirmed: boolean
  staysOnline: boolean
  to: 'units' | 'public'
  reopen: boolean
  why: 'inError' | 'merged' | 'expired'
  successor: string | null
  change: Change
  crafted: Crafted | null
}

/** What a body may carry that nobody is asked for. */
export const crafts = [
  '_status',
  'deletedAt',
  'draft',
  'revision',
  'state',
  'unit',
  'live',
] as const
export type Crafted = (typeof crafts)[number]

export const sideDoors = [
  ...([
    'patchMany',
    'deleteMany',
    'deleteOne',
    'duplicate',
    'restoreVersion',
    'publications',
  ] as const),
  ...([
    'decisions',
    'register',
    'preferences',
    'lockedDocuments',
    'attachment',
    'draftQuery',
  ] as const),
  ...(['unknownStep', 'settings', 'otherLibrary', 'methodOverride'] as const),
] as const
export type SideDoor = (typeof sideDoors)[number]
export type DoorAction = { kind: 'door'; door: SideDoor; by: string; entry: string }

/** The centre switches 修改已审批信息须先退回 for a library. */
export type SettingAction = { kind: 'setting'; by: string; library: Revised; isOn: boolean }

/** What is taken one or several at once; a deletion is decided one by one. */
export const several: StepName[] = [
  ...(['submit', 'approve', 'requestDeletion', 'withdrawRequest'] as const),
  ...(['delete', 'restore', 'open', 'close'] as const),
]

const reasoned: StepName[] = [
  ...(['return', 'requestReturn', 'requestDeletion', 'refuseDeletion', 'object'] as const),
]

/** Everything without which nothing is submitted or published: category, title, summary, text, switches. */
export function isComplete(library: Library, text: Text): boolean {
  if (!text.isFilled) return false
  if (library === 'cases') return text.public !== null
  if (library === 'plans') return text.units !== null
  return text.units !== null && text.public !== null
}

/** 网站公开 implies 公开: the one without the other contradicts itself. */
export const isContrary = ({ units, public: open }: Change) => units === false && open === true

/** What 网站公开 implies is filled in. */
export const implied = (text: Text): Text =>
  text.public === true ? { ...text, units: true } : text

/** A case from an order marked 保密 is never opened. */
export const opensSecret = (entry: { isConfidential: boolean }, change: Change) =>
  entry.isConfidential && change.public === true

/** The conditions on what is sent, which are looked at last; all that are missing may be named. */
export function wanting(world: World, actor: Actor, action: StepAction, entry: Entry): Gate {
  const codes: Code[] = []
  const { step } = action
  if (action.revision === 'none') codes.push('invalid')
  if (reasoned.includes(step) && !action.hasReason) codes.push('reasonMissing')
  if (step === 'submit' && !isComplete(entry.library, entry.copy)) codes.push('incomplete')
  if (step === 'approve' && !action.isConfirmed) codes.push('incomplete')
  if (step === 'approve' && !hasOpened(actor, entry)) codes.push('notOpened')
  if (step === 'publish') codes.push(...wantingToPublish(action, entry))
  if (step === 'saveDirectly') codes.push(...wantingToSave(action, entry))
  if (step === 'withdraw') codes.push(...wantingToWithdraw(world, action, entry))
  if ((step === 'open' || step === 'close') && isPlanToPublic(action, entry)) codes.push('invalid')
  return { holds: codes.length === 0, codes }
}

export const hasOpened = (actor: Actor, entry: Entry) =>
  entry.opened.has(`${actor.key} ${entry.revision}`)

const isPlanToPublic = ({ to }: StepAction, { library }: Entry) =>
  library === 'plans' && to === 'public'

function wantingToPublish({ isConfirmed }: StepAction, entry: Entry): Code[] {
  const isReady = isConfirmed && isComplete(entry.library, entry.copy)
  if (opensSecret(entry, entry.copy)) return ['incomplete', 'invalid']
  return isReady ? [] : ['incomplete']
}

function wantingToSave(action: StepAction, entry: Entry): Code[] {
  const change = fitting(entry, action.change)
  const wrong: Code[] = ['incomplete', 'invalid']
  const text = { ...entry.copy, ...change }
  if (!isComplete(entry.library, text) || isContrary(text)) return wrong
  if (opensSecret(entry, change)) return wrong
  return changesSwitch(entry, change) ? ['notAllowed'] : []
}

/** What a library has no field for is not sent. */
export const fitting = (
  { library }: Entry,
  { units, public: open, ...change }: Change,
): Change => ({
  ...change,
  ...(units !== undefined && library !== 'cases' ? { units } : {}),
  ...(open !== undefined && library !== 'plans' ? { public: open } : {}),
})

/** The switches of what is not a case are the unit's approver's: the centre does not touch them. */
export const changesSwitch = (entry: Entry, sent: Change) => {
  const { library, copy } = entry
  const change = fitting(entry, sent)
  return (
    library !== 'cases' &&
    ((change.units !== undefined && change.units !== copy.units) ||
      (change.public !== undefined && change.public !== copy.public))
  )
}

function wantingToWithdraw(world: World, action: StepAction, entry: Entry): Code[] {
  const codes: Code[] = []
  // The sentence is a field and a reason at once.
  if (!action.hasReason) codes.push('reasonMissing', 'incomplete', 'invalid')
  if (action.why !== 'merged') return codes
  const successor = action.successor === null ? null : entryOf(world, action.successor)
  // "merged into another entry (readers and old links are sent there)": one that can be read, not itself.
  if (successor?.live?.validity !== 'always' || successor.key === entry.key)
    codes.push('incomplete', 'invalid')
  return codes
}

/** The entries an action speaks of; they have to be there before it. */
export function entriesOf(action: Action): string[] {
  switch (action.kind) {
    case 'write':
    case 'setting':
    case 'settle':
    case 'look':
      return []
    case 'tell':
      return [action.entry, action.other].filter((key) => key !== null)
    case 'task':
      return action.entry === null ? [] : [action.entry]
    case 'step':
      return [...action.entries, ...(action.successor ? [action.successor] : [])]
    default:
      return [action.entry]
  }
}
