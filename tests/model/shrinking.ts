import { randomUUID } from 'node:crypto'
import { entriesOf, type Action } from './actions'
import type { Failure, Played } from './playing'

type Replay = (actions: Action[]) => Promise<Played>

/** How often a sequence is tried again to make it shorter. */
const most = 60

/** The shortest sequence found by leaving actions out that still ends in a disagreement. */
export async function shrink(
  actions: Action[],
  replay: Replay,
): Promise<{ actions: Action[]; failure: Failure } | null> {
  const first = await replay(renewed(actions))
  if (!first.failure) return null
  let best = { actions: first.actions, failure: first.failure }
  let tries = 0
  for (let size = Math.ceil(best.actions.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = best.actions.length - 1; from >= 0 && tries < most; from -= size) {
      const kept = without(best.actions, Math.max(0, from - size + 1), from + 1)
      tries += 1
      const played = await replay(renewed(kept))
      if (played.failure) best = { actions: played.actions, failure: played.failure }
    }
  }
  return best
}

/** What was done to an entry that is no longer written is left out too. */
function without(actions: Action[], from: number, to: number): Action[] {
  const kept = [...actions.slice(0, from), ...actions.slice(to)]
  const written = new Set(kept.flatMap((action) => (action.kind === 'write' ? [action.key] : [])))
  return kept.filter((action) => entriesOf(action).every((key) => written.has(key)))
}

/** The same actions with marks of their own: what the first run left online must not be met again. */
function renewed(actions: Action[]): Action[] {
  const fresh = new Map<string, string>()
  const text = JSON.stringify(actions).replace(/稿[0-9a-f]{8}/g, (mark) => {
    const known = fresh.get(mark) ?? `稿${randomUUID().slice(0, 8)}`
    fresh.set(mark, known)
    return known
  })
  return JSON.parse(text) as Action[]
}
