import { actorOf, actors, owners, type Actor } from '../cast'
import type { Dice } from '../commands'
import type { UnitKey, World } from '../words'
import { judgeStep, offered, seesTask } from './deciding'
import { asked } from './outcomes'
import {
  isUnfinished,
  taskSteps,
  type OfTasks,
  type Task,
  type TaskAction,
  type TaskStep,
} from './words'
import type { TellAction } from './words'

/** What somebody tries with tasks: mostly what can be done, sometimes what nobody may do. */
export function anyOfTasks(draw: Dice, world: World): OfTasks {
  const tasks = [...world.tasks.values()]
  // What is to be looked at again the server asks for by itself.
  if (asked(world).length > 0 && draw.chance(0.3)) return { kind: 'settle' }
  if (tasks.length === 0 || (tasks.length < 5 && draw.chance(0.25))) return telling(draw, world)
  if (draw.chance(0.15)) return { kind: 'settle' }
  const open = tasks.filter(isUnfinished)
  const task = draw.pick(open.length > 0 && draw.chance(0.8) ? open : tasks)
  if (draw.chance(0.7)) return likely(draw, world, task) ?? anyStep(draw, world, task)
  return anyStep(draw, world, task)
}

const tellers = ['agent', 'agent', 'clerk', 'writer', 'townWriter', 'stranger', 'countyLeader']
const proposed: (UnitKey | null)[] = [...owners, 'county', null]

function telling(draw: Dice, world: World): TellAction {
  world.tried += 1
  const entries = [...world.entries.values()]
  const online = entries.filter(({ live }) => live !== null)
  const isLikely = online.length > 0 || draw.chance(0.1)
  const what = draw.pick([
    ...(['gap', 'gap', 'request'] as const),
    ...(isLikely ? (['correction', 'correction', 'correction'] as const) : []),
    ...(online.length > 1 ? (['merge', 'merge', 'merge', 'merge'] as const) : []),
  ])
  const entry = draw.pick(online.length > 0 && draw.chance(0.9) ? online : entries).key
  const proposers = ['centre', 'writer', 'townWriter', 'stranger'] as const
  const right = what === 'request' ? 'centre' : draw.pick(what === 'merge' ? proposers : tellers)
  const others = online.filter(({ key }) => key !== entry)
  const other = what === 'merge' ? draw.pick(others).key : null
  const anybody = draw.chance(0.4) ? 'citizen' : draw.pick(actors).key
  const by = draw.chance(0.75) ? right : anybody
  const isAbout =
    what === 'correction' || what === 'merge' || draw.chance(what === 'gap' ? 0.8 : 0.3)
  const unit = draw.pick(proposed)
  return {
    ...{ kind: 'tell', by, key: `t${world.tried}`, what, entry: isAbout ? entry : null, other },
    unit: what === 'request' ? (unit ?? 'bureau') : unit,
    hasWords: draw.chance(0.93),
    isPublic:
      (what === 'gap' || what === 'correction') &&
      actorOf(by).kind === 'citizen' &&
      draw.chance(0.7),
  }
}

/** A step of which the model is sure that it would be taken. */
function likely(draw: Dice, world: World, task: Task): OfTasks | null {
  const byStep = new Map<TaskStep, Actor[]>()
  for (const actor of actors)
    for (const step of offered(actor, task)) byStep.set(step, [...(byStep.get(step) ?? []), actor])
  if (byStep.size === 0) return null
  const steps = [...byStep.keys()]
  // What ends a task, or takes it along, is rarer than what leads on.
  const onward = steps.filter((step) => !['refuse', 'cancel', 'reassign', 'decline'].includes(step))
  const step = draw.pick(onward.length > 0 && draw.chance(0.7) ? onward : steps)
  const action = stepOf(draw, world, { step, task, by: draw.pick(byStep.get(step) ?? []) })
  const verdict = judgeStep(world, actorOf(action.by), action)
  // What is decided with its text before one's eyes is mostly opened first.
  if (verdict.codes.join() === 'notOpened' && draw.chance(0.85))
    return { kind: 'look', by: action.by, task: task.key }
  return verdict.may === false ? null : action
}

const anyStep = (draw: Dice, world: World, task: Task): OfTasks => {
  const near = actors.filter((actor) => seesTask(actor, task))
  const by = draw.pick(draw.chance(0.6) ? near : actors)
  if (draw.chance(0.15)) return { kind: 'look', by: by.key, task: task.key }
  const action = stepOf(draw, world, { step: draw.pick(taskSteps), task, by })
  if (draw.chance(0.5)) return action
  return {
    ...action,
    hasWords: draw.chance(0.5),
    seen: draw.pick(['none', 'right', 'other']),
    entry: draw.chance(0.5) ? null : action.entry,
    unit: draw.chance(0.5) ? task.unit : null,
  }
}

type Named = { step: TaskStep; task: Task; by: Actor }

function stepOf(draw: Dice, world: World, { step, task, by }: Named): TaskAction {
  const entries = [...world.entries.values()]
  // The one whose word was asked answers it.
  const asked = entries.find(({ title }) => task.query !== null && title.includes(task.query))
  const entry = asked && draw.chance(0.7) ? asked : draw.pick(entries)
  const others = [...owners, 'county' as const].filter((unit) => unit !== task.unit)
  return {
    ...{ kind: 'task', step, by: by.key, task: task.key, hasWords: true },
    entry: step === 'link' ? entry.key : null,
    unit: step === 'reassign' ? draw.pick(others) : null,
    seen: draw.chance(0.5) ? 'right' : 'none',
  }
}
