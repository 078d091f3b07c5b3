import { actorOf, has, type Actor } from '../cast'
import { judge, signedIn, weigh, type Gate, type Verdict } from '../deciding'
import type { StepAction } from '../actions'
import { take } from '../outcomes'
import { textFor } from '../seeing'
import { entryOf, type Entry, type World } from '../words'
import { isUnfinished, type Task, type TellAction } from './words'

type Both = { goes: Entry; stays: Entry }

/** 合并: the two texts a merge is of. */
export const textsOf = (world: World, { goes, stays }: { goes: string; stays: string }): Both => ({
  goes: entryOf(world, goes),
  stays: entryOf(world, stays),
})

const mergesOf = ({ tasks }: World) => [...tasks.values()].filter(({ merging }) => merging !== null)

/** The other unit's task of the same merge. */
export const otherOf = (world: World, task: Task): Task | undefined =>
  mergesOf(world).find((one) => one.matter === task.matter && one.key !== task.key)

/** The task that is told once more: of the same merge, whose end is told by it. */
export const sameMerge = (world: World, { entry, other }: TellAction): Task | undefined =>
  mergesOf(world).find(
    (task) =>
      isUnfinished(task) &&
      task.merging?.goes === entry &&
      task.merging?.stays === other &&
      task.entry === entry,
  )

/** Is one of them in another merge that is under way? */
const isInAnother = (world: World, { goes, stays }: Both): boolean =>
  mergesOf(world).some(
    (task) =>
      isUnfinished(task) &&
      [task.merging?.goes, task.merging?.stays].some(
        (key) => key === goes.key || key === stays.key,
      ),
  )

/** Nobody is sent to what they may not read; of two units both texts are open to all units. */
function keepsReaders({ goes, stays }: Both): boolean {
  const [one, other] = [goes.live, stays.live]
  if (!one || !other) return false
  return (
    (goes.unit === stays.unit || (one.units === true && other.units === true)) &&
    (other.units === true || one.units !== true) &&
    (other.public === true || one.public !== true)
  )
}

export function judgeProposal(world: World, actor: Actor, action: TellAction): Verdict {
  const { goes, stays } = textsOf(world, { goes: action.entry ?? '', stays: action.other ?? '' })
  const isOfBoth = actor.unit === goes.unit || actor.unit === stays.unit
  return weigh([
    signedIn(actor),
    { holds: has(actor, 'editor', 'centre'), codes: ['notAllowed'] },
    { holds: textFor(actor, goes) !== null, codes: ['invalid'] },
    { holds: textFor(actor, stays) !== null, codes: ['invalid'] },
    { holds: has(actor, 'centre') || isOfBoth, codes: ['notAllowed'] },
    { holds: goes.key !== stays.key, codes: ['invalid'] },
    { holds: goes.library === stays.library && goes.library !== 'cases', codes: ['invalid'] },
    { holds: keepsReaders({ goes, stays }), codes: ['invalid'] },
    {
      holds: sameMerge(world, action) !== undefined || !isInAnother(world, { goes, stays }),
      codes: ['wrongState'],
    },
  ])
}

/** What has to be so beside the right and the state: both texts as they are to be merged now. */
export function mergeGates(world: World, actor: Actor, task: Task, step: string): Gate[] {
  if (!task.merging) return []
  const other = otherOf(world, task)
  const underWay: Gate = {
    holds: other === undefined || isUnfinished(other),
    codes: ['changedMeanwhile'],
  }
  if (step === 'decline') return [underWay]
  if (step !== 'agree' && step !== 'merge') return []
  const { goes, stays } = textsOf(world, task.merging)
  const gates: Gate[] = [
    underWay,
    { holds: goes.live !== null, codes: ['notFound'] },
    { holds: stays.live?.validity === 'always', codes: ['invalid'] },
    { holds: keepsReaders({ goes, stays }), codes: ['invalid'] },
  ]
  if (step === 'agree') return gates
  const { may, codes } = judge(world, actor, withdrawal(actor, task), goes.key)
  return [...gates, { holds: may === 'either' ? 'unsure' : may, codes }]
}

/** 下架 as merged, by whoever agrees to it. */
const withdrawal = ({ key: by }: Actor, { merging }: Task): StepAction => ({
  ...{ kind: 'step', step: 'withdraw', by, entries: [merging?.goes ?? ''], isSeveral: false },
  ...{ revision: 'latest', hasReason: true, isConfirmed: true, staysOnline: true, to: 'units' },
  ...{ reopen: false, why: 'merged', successor: merging?.stays ?? null, change: {}, crafted: null },
})

/** The text that goes is withdrawn, and says where its readers are sent. */
export function goOffline(world: World, by: string, task: Task): void {
  if (!task.merging) return
  const actor = actorOf(by)
  const { goes, stays } = textsOf(world, task.merging)
  take(world, actor, withdrawal(actor, task), goes)
  const sentence = `本条内容已并入 ${stays.number}，请以该条为准。`
  if (goes.withdrawn) goes.withdrawn = { ...goes.withdrawn, sentence }
}

/** What the server does with it as both texts and the other task stand now; null where nothing. */
export function moveOfMerge(
  world: World,
  task: Task,
): { outcome: string | null; step: 'settle' | 'agreed' } | null {
  if (!task.merging || !isUnfinished(task)) return null
  const { goes, stays } = textsOf(world, task.merging)
  const other = otherOf(world, task)
  if (!goes.live || !stays.live) {
    const isMerged = !goes.live && goes.withdrawn?.successor === stays.key
    return { outcome: isMerged ? 'merged' : 'offline', step: 'settle' }
  }
  if (other && !isUnfinished(other))
    return { outcome: other.outcome ?? 'notMerged', step: 'settle' }
  const isGoing = task.entry === goes.key && task.state !== 'answered'
  const isAgreed = other === undefined || other.state === 'answered'
  return isGoing && isAgreed ? { outcome: null, step: 'agreed' } : null
}
