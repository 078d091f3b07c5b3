import { ask } from '../doors'
import type { Actor } from '../cast'
import { isInReach, isSilent, textFor } from '../seeing'
import type { Stage } from '../stage'
import { entryOf, type World } from '../words'
import { isInside, offered, seesTask } from './deciding'
import type { Task } from './words'

type Play = { stage: Stage; world: World }
type Row = {
  id: string
  state: string
  outcome: string | null
  count: number
  unit: { id: string }
  entry: { number: string; title: string | null } | null
  steps: string[]
}
type Whole = Row & {
  history: { step: string; by: string | null; byName: string | null }[]
  reports: { byName: string | null }[]
}
type Page = { tasks?: Row[]; total?: number; code?: string }

/** Everything these readers are told of tasks: the lists of their units, and each by its id. */
export const lookAtTasks = async (play: Play, actors: readonly Actor[]): Promise<string[]> =>
  (await Promise.all(actors.map((actor) => lookAs(play, actor)))).flat()

/** One task, which somebody told of or took a step of just now, in the lists and by its id. */
export async function lookAtTask(
  play: Play,
  task: Task,
  actors: readonly Actor[],
): Promise<string[]> {
  const unit = play.stage.units[task.unit].id
  const all = [...play.world.tasks.values()]
  const looks = actors.map(async (actor) => {
    const wrong = [
      ...(await lookAtOne(play, actor, task)),
      ...(await lookAtList(play, actor, all, unit)),
    ]
    return wrong.map((sentence) => `${actor.says} among the tasks: ${sentence}`)
  })
  return (await Promise.all(looks)).flat()
}

async function lookAs(play: Play, actor: Actor): Promise<string[]> {
  const tasks = [...play.world.tasks.values()]
  if (tasks.length === 0) return []
  const units = [...new Set(tasks.map(({ unit }) => unit))]
  const looks = [
    ...units.map((unit) => lookAtList(play, actor, tasks, play.stage.units[unit].id)),
    ...tasks.map((task) => lookAtOne(play, actor, task)),
  ]
  const wrong = (await Promise.all(looks)).flat()
  return wrong.map((sentence) => `${actor.says} among the tasks: ${sentence}`)
}

/** Page by page: those of this sequence that this reader sees, and no others of it. */
async function lookAtList(play: Play, actor: Actor, all: Task[], unit: string): Promise<string[]> {
  const tasks = all.filter((task) => play.stage.units[task.unit].id === unit)
  const shown = new Map<string, Row>()
  const wrong: string[] = []
  for (let page = 1; ; page += 1) {
    const path = `/api/tasks?unit=${unit}&page=${page}`
    const { answer, leaks } = await ask<Page>(play, actor, path)
    wrong.push(...leaks)
    if (actor.kind !== 'person')
      return answer.status === 401 ? wrong : [...wrong, `${path} is ${answer.status}`]
    const rows = answer.body.tasks ?? []
    for (const row of rows) shown.set(row.id, row)
    if (rows.length > 0 && shown.size < (answer.body.total ?? 0)) continue
    if (shown.size !== answer.body.total)
      wrong.push(`${path} counts ${answer.body.total}: ${shown.size}`)
    break
  }
  return [
    ...wrong,
    ...tasks.flatMap((task) => {
      const row = shown.get(task.id)
      if (Boolean(row) !== seesTask(actor, task))
        return [`the list ${row ? 'shows' : 'lacks'} ${task.key}`]
      return row ? compareRow(play, actor, task, row) : []
    }),
  ]
}

async function lookAtOne(play: Play, actor: Actor, task: Task): Promise<string[]> {
  const path = `/api/tasks/${task.id}`
  const { answer, leaks } = await ask<{ task?: Whole; code?: string }>(play, actor, path)
  const shown = answer.body.task
  if (!seesTask(actor, task)) {
    const expected = actor.kind === 'person' ? '404 notFound' : '401 notSignedIn'
    const told = `${answer.status} ${String(answer.body.code)}`
    return told === expected ? leaks : [...leaks, `${task.key} is ${told}, not ${expected}`]
  }
  if (!shown) return [...leaks, `${task.key} is not shown: ${answer.status}`]
  return [...leaks, ...compareRow(play, actor, task, shown), ...comparePeople(actor, task, shown)]
}

function compareRow({ stage, world }: Play, actor: Actor, task: Task, row: Row): string[] {
  const entry = task.entry === null ? null : entryOf(world, task.entry)
  const expected = {
    ...{ state: task.state, outcome: task.outcome, count: task.count },
    ...{ unit: stage.units[task.unit].id, entry: entry?.number },
    steps: offered(actor, task).sort().join(),
  }
  const shown = {
    ...{ state: row.state, outcome: row.outcome, count: row.count },
    ...{ unit: row.unit.id, entry: row.entry?.number },
    steps: row.steps.toSorted().join(),
  }
  const wrong = Object.keys(expected).flatMap((name) => {
    const [is, should] = [shown, expected].map((of) => String(of[name as keyof typeof of]))
    return is === should ? [] : [`${task.key} ${name} ${is}, not ${should}`]
  })
  const title = entry ? titleFor(actor, world, task) : null
  if (title !== 'unsure' && (row.entry?.title ?? null) !== title)
    wrong.push(`${task.key} tells the title ${String(row.entry?.title)}, not ${String(title)}`)
  return wrong
}

/** Of an entry: shown to whoever reads its copy or its text now, never to others. */
function titleFor(actor: Actor, world: World, { entry: key }: Task): string | null {
  const entry = entryOf(world, key ?? '')
  if (textFor(actor, entry)) return entry.title
  // Whether a copy in the trash is still named is not said, nor what whoever decides for others is shown.
  if (isInReach(actor, entry)) return entry.isTrashed ? 'unsure' : entry.title
  return isSilent(actor, entry) ? 'unsure' : null
}

/** What was done, in its order; by whom, and who told of it, only to whom it lies with and those above. */
function comparePeople(actor: Actor, task: Task, { history, reports }: Whole): string[] {
  const wrong: string[] = []
  const steps = history.map(({ step }) => step).join()
  if (steps !== task.history.join()) wrong.push(`${task.key} tells ${steps}, not ${task.history}`)
  if (isInside(actor, task)) {
    if (reports.length !== task.count) wrong.push(`${task.key} has ${reports.length} reports`)
    return wrong
  }
  if (history.some(({ by, byName }) => by !== null || byName !== null))
    wrong.push(`${task.key} tells by whom`)
  if (reports.length !== 1) wrong.push(`${task.key} tells of ${reports.length} reports`)
  return wrong
}
