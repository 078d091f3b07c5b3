import type { PayloadRequest } from 'payload'
import type { State, Step, StepRule } from '@/access/rules'
import { lastChange } from '../counters'
import { isAtomic } from '../store'

/** Whom a text is open to. */
export type Switches = { openToUnits: boolean; openToPublic: boolean }

/** What a step still owes once the register has moved. */
export type Intent = {
  step: Step
  decision: string
  revision: number
  from: State
  to: State
  /** Nobody, where the server takes it by rule. */
  by: string | null
  byName: string | null
  unitName: string
  isActingForUnit: boolean
  /** The approver whose right a delegate used. */
  onBehalfOf: string | null
  onBehalfOfName: string | null
  reason: string
  confirmed: readonly string[]
  writers: readonly string[]
  /** Who submitted the text it decides on, where the register said so. */
  submitter: string | null
  details: Record<string, unknown> | null
  at: string
  /** What happens to the live row. */
  publication: Exclude<StepRule['publication'], 'asAsked'>
  /** The switches readers and copy get; null where they stay. */
  switches: Switches | null
  /** The text that was opened and decided on, as `contentHash` tells it; null where a step is about no text. */
  hash: string | null
  /** saveDirectly: what is written into the text first. */
  text: Record<string, unknown> | null
  /** resume: the publication that is shown again. */
  again: string | null
  /** agree, object: the unit that answers. */
  answering: { unit: string; unitName: string } | null
}

/**
 * What the register, or a task, keeps of it until it is finished: nothing, where a transaction undoes what is not. With the
 * last change before its own, so that whoever reads changes waits for them.
 */
export async function keptUntilDone(req: PayloadRequest, intent: object): Promise<string | null> {
  if (await isAtomic(req)) return null
  return JSON.stringify({ ...intent, changesAbove: await lastChange(req) })
}

/** What was kept, as it was. */
export function intentIn<Kept = Intent>(kept: string): Kept {
  const { changesAbove: _, ...intent } = JSON.parse(kept) as { changesAbove?: number }
  return intent as Kept
}
