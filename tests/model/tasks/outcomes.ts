import { actorOf, has, type Actor } from '../cast'
import { textFor } from '../seeing'
import { entryOf, type Entry, type World } from '../words'
import { doerOf, rules } from './deciding'
import { goOffline, moveOfMerge, sameMerge } from './merging'
import { isUnfinished, taskOf, type Task, type TaskAction } from './words'
import type { TaskStep, TellAction } from './words'

/** The word of a title that no other text has: who asks it finds this entry or nothing. */
export const tokenOf = ({ title }: Entry) => title.split(' ').at(-1)?.replace('？', '') ?? ''

/** The open task this telling joins: a gap asked in the same words, what citizens find wrong in one answer. */
export function joined(world: World, action: TellAction): Task | undefined {
  const { what, entry, isPublic } = action
  if (what === 'merge') return sameMerge(world, action)
  const open = [...world.tasks.values()].filter((task) => task.kind === what && isUnfinished(task))
  if (what === 'correction')
    return isPublic
      ? open.find((task) => task.entry === entry && task.tellers.has('citizen'))
      : undefined
  const query = entry && what === 'gap' ? tokenOf(entryOf(world, entry)) : null
  return query ? open.find((task) => task.query === query) : undefined
}

/** Told once more by somebody else it grows by one; who told of it before changes nothing. */
export function join(task: Task, by: string): void {
  if (task.tellers.has(by) && by !== 'citizen') return
  task.tellers.add(by)
  task.count += 1
}

export function open(
  world: World,
  action: TellAction,
  given: { id: string; number: string; query: string | null },
): Task {
  const { key, what, by } = action
  const entry = what !== 'gap' && action.entry ? entryOf(world, action.entry) : null
  const unit = what === 'correction' || what === 'merge' ? entry?.unit : action.unit
  const merging = what === 'merge' ? { goes: entry?.key ?? '', stays: action.other ?? '' } : null
  const task: Task = {
    ...{ key, kind: what, ...given, unit: doerOf(unit ?? 'hotline'), state: 'open', outcome: null },
    ...{ entry: entry?.key ?? null, revision: entry?.live?.revision ?? null },
    ...{ tellers: new Set([by]), count: 1, ...fresh(), merging, matter: key },
  }
  world.tasks.set(key, task)
  return task
}

/** Of a merge the other unit's task, which nobody hears of but its own; none where both texts are one unit's. */
export function openOther(world: World, task: Task, given: { id: string; number: string }): void {
  const stays = entryOf(world, task.merging?.stays ?? '')
  const other: Task = {
    ...{ ...task, ...fresh(), ...given, key: `${task.key}s`, unit: doerOf(stays.unit) },
    ...{ merging: task.merging, matter: task.matter, entry: stays.key, revision: null },
    tellers: new Set(),
  }
  world.tasks.set(other.key, other)
}

const fresh = () => ({
  ...{ merging: null, matter: '' },
  ...{ answeredBy: null, opened: new Set<string>(), handedOn: 0, history: ['open'] },
})

/** Entries whose review the server asks for: once, and again where they were offline meanwhile. */
export const asked = (world: World): Entry[] =>
  [...world.entries.values()].filter(
    ({ key, isDueSoon, live }) =>
      isDueSoon &&
      live !== null &&
      live.validity !== 'over' &&
      reviewsOf(world, key).every(({ outcome }) => outcome === 'offline'),
  )

const reviewsOf = ({ tasks }: World, entry: string): Task[] =>
  [...tasks.values()].filter((task) => task.kind === 'review' && task.entry === entry)

/** 复核, which nobody told of. */
export function review(world: World, entry: Entry, given: { id: string; number: string }): Task {
  const key = `r${entry.key}.${reviewsOf(world, entry.key).length}`
  const task: Task = {
    ...{ key, kind: 'review', ...given, unit: doerOf(entry.unit), state: 'open', outcome: null },
    ...{ entry: entry.key, revision: entry.live?.revision ?? null, query: null },
    ...{ tellers: new Set(), count: 1, ...fresh() },
  }
  world.tasks.set(key, task)
  return task
}

/** How a task ends that somebody closes. */
const outcomes: Partial<Record<TaskStep, string>> = {
  ...{ accept: 'accepted', reconfirm: 'reviewed', merge: 'merged' },
}

/** What a step that was taken has changed. */
export function takeTask(world: World, actor: Actor, action: TaskAction): void {
  const task = taskOf(world, action.task)
  const { step } = action
  task.state = rules[step].to
  task.history.push(step)
  task.outcome = outcomes[step] ?? null
  if (step === 'merge') goOffline(world, actor.key, task)
  if (task.state === 'answered') task.answeredBy = actor.key
  if (step === 'link') task.entry = action.entry
  if (step !== 'reassign') return
  task.unit = doerOf(action.unit ?? task.unit)
  if (!has(actor, 'centre')) task.handedOn += 1
}

/** What the server does with a task by itself as its entry stands now; false where nothing. */
export function settle(world: World, task: Task): boolean {
  const merged = moveOfMerge(world, task)
  if (merged?.step === 'agreed') {
    task.state = 'answered'
    task.answeredBy = null
    task.history.push('agreed')
    return true
  }
  const move = merged ?? moveOf(world, task)
  if (!move) return false
  task.state = move.outcome ? 'closed' : 'open'
  task.outcome = move.outcome
  task.history.push(move.outcome ? 'settle' : 'reopen')
  return true
}

/** Null for what stays as it is; an outcome closes, none opens again. */
function moveOf(world: World, task: Task): { outcome: string | null } | null {
  const entry = task.entry === null ? null : entryOf(world, task.entry)
  if (!entry) return null
  const { live } = entry
  if (task.kind === 'gap') {
    const isFound = live !== null && isFoundByAll(task, entry)
    if (task.state === 'closed') return isFound ? null : { outcome: null }
    return isUnfinished(task) && isFound ? { outcome: 'found' } : null
  }
  if (task.kind === 'request' || task.kind === 'merge' || !isUnfinished(task)) return null
  if (!live) return { outcome: 'offline' }
  const isNewer = task.revision !== null && live.revision > task.revision
  if (task.kind === 'review') return isNewer ? { outcome: 'revised' } : null
  return task.state === 'answered' && isNewer ? { outcome: 'corrected' } : null
}

/** Its own words, asked again by each who told of it. */
const isFoundByAll = ({ query, tellers }: Task, entry: Entry) =>
  query === tokenOf(entry) && [...tellers].every((key) => textFor(actorOf(key), entry) !== null)
