import type { Actor } from './actor'
import { savedBy, type Library } from './rules'
import { isOver, type TaskFacts, type TaskState, type TaskStep } from './tasks'

/** May this person propose that two texts of these units become one? An editor of either unit, or the centre. */
export const mayProposeMerge = (actor: Actor | null, units: readonly string[]): boolean =>
  actor !== null &&
  (actor.roles.includes('centre') || (actor.roles.includes('editor') && units.includes(actor.unit)))

/** Where texts of several units may ask the same question; cases are the centre's own. */
export const isMerged = (library: Library): boolean => savedBy[library] === 'editor'

type Open = { unit: string; openToUnits: boolean; openToPublic: boolean }

/**
 * Nobody who reads the text that goes is sent to one they may not read. Of two units both must be open to all: each unit is
 * told of the other's.
 */
export const keepsReaders = (goes: Open, stays: Open): boolean =>
  (goes.unit === stays.unit || (goes.openToUnits && stays.openToUnits)) &&
  (stays.openToUnits || !goes.openToUnits) &&
  (stays.openToPublic || !goes.openToPublic)

/** The unit that agreed to keep its text hears what came of it, whoever proposed it. */
export const hearsMerged = (
  step: TaskStep,
  { side }: Pick<TaskFacts, 'side'>,
  from: TaskState,
): boolean => step === 'settle' && side === 'stays' && from === 'answered'

/** May this person write what the other text says into a revision of the one that stays, where that is asked and waits? */
export const mayTakeOver = (
  actor: Actor | null,
  task: Pick<TaskFacts, 'kind' | 'state' | 'unit'> & { passage: string | null },
): boolean =>
  actor !== null &&
  task.kind === 'merge' &&
  Boolean(task.passage) &&
  !isOver(task) &&
  actor.roles.includes('editor') &&
  actor.unit === task.unit
