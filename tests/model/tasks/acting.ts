import { askServer } from '@/jobs/askServer'
import type { Body as Answered } from '../../int/answers'
import { postPublicly } from '../asking'
import { actorOf } from '../cast'
import { compare } from '../comparing'
import { personOf, type Stage } from '../stage'
import { newWord } from '../wire'
import { entryOf, type World } from '../words'
import { judgeLook, judgeStep, judgeTelling } from './deciding'
import { asked, join, joined, open, openOther, review, settle, takeTask, tokenOf } from './outcomes'
import { taskOf, type LookAction, type Task, type TaskAction } from './words'
import type { TaskState, TellAction } from './words'

type Play = { stage: Stage; world: World }
type Outcome = { disagreements: string[] }
type Body = Answered & { tasks?: Told[]; task?: { state?: TaskState } | null }
type Told = { id: string; number: string; isNew: boolean }

export async function tell(play: Play, action: TellAction): Promise<Outcome> {
  const { world, stage } = play
  const known = joined(world, action)
  // Of a gap of citizens only the number is told, by which the API finds none.
  if (action.isPublic && action.what === 'gap' && !known) return { disagreements: [] }
  const query = action.what === 'gap' ? (known?.query ?? queryOf(world, action)) : null
  const sent = sentToTell(play, action, query)
  const { status, body } = action.isPublic
    ? await postPublicly<Body>(`/api/public/${action.what}s`, sent)
    : await personOf(stage, action.by).post<Body>('/api/tasks', { kind: action.what, ...sent })
  const verdict = judgeTelling(world, actorOf(action.by), action)
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status !== 200 || disagreements.length > 0) return { disagreements }
  const told = action.isPublic
    ? await toldPublicly(play, action, String(body.number))
    : body.tasks?.[0]
  if (!told)
    return { disagreements: [`${action.key} is told and nowhere: ${JSON.stringify(body)}`] }
  if (known) join(known, action.by)
  const task = known ?? open(world, action, { ...told, query })
  if (!known && task.merging) disagreements.push(...(await meetOther(play, task)))
  const isSame = task.id === told.id && task.number === told.number
  return isSame && told.isNew !== Boolean(known)
    ? { disagreements }
    : { disagreements: [...disagreements, `${action.key} is ${told.number}, not ${task.number}`] }
}

/** What is asked of no entry is asked nowhere else. */
const queryOf = (world: World, { entry }: TellAction) =>
  entry === null ? newWord() : tokenOf(entryOf(world, entry))

function sentToTell({ stage, world }: Play, action: TellAction, query: string | null) {
  const { what, hasWords, entry: key } = action
  const unit = action.unit && stage.units[action.unit].id
  const entry = key === null ? undefined : entryOf(world, key).number
  const sentence = hasWords ? '内容不对，请核实。' : ''
  // Citizens know of no units.
  if (what === 'gap')
    return { query: hasWords ? query : '', ...(unit && !action.isPublic ? { unit } : {}) }
  if (what === 'correction') return { entry, sentence }
  if (what === 'merge') return { goes: entry, stays: entryOf(world, action.other ?? '').number }
  const due = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  return { units: [unit], sentence, due, ...(entry ? { entry } : {}) }
}

/** A merge of two units is two tasks; of one unit's texts it is one. */
async function meetOther({ stage, world }: Play, task: Task): Promise<string[]> {
  const stays = entryOf(world, task.merging?.stays ?? '')
  const path = `/api/tasks?entry=${stays.number}&kind=merge&state=unfinished`
  const { body } = await personOf(stage, 'centre').get<{ tasks: Told[] }>(path)
  const others = body.tasks.filter(({ id }) => id !== task.id)
  const expected = entryOf(world, task.entry ?? '').unit === stays.unit ? 0 : 1
  if (others.length !== expected) return [`${task.key} is asked of ${others.length} other units`]
  if (others[0]) openOther(world, task, others[0])
  return []
}

/** Citizens are told the number alone; the centre finds the task among those of the entry. */
async function toldPublicly(play: Play, action: TellAction, number: string) {
  const known = joined(play.world, action)
  if (known) return { id: known.id, number, isNew: false }
  const entry = entryOf(play.world, action.entry ?? '')
  const centre = personOf(play.stage, 'centre')
  const { body } = await centre.get<{ tasks: Told[] }>(`/api/tasks?entry=${entry.number}`)
  const found = body.tasks.find((task) => task.number === number)
  return found && { ...found, isNew: true }
}

export async function tryTaskStep(play: Play, action: TaskAction): Promise<Outcome> {
  const { stage, world } = play
  const task = taskOf(world, action.task)
  const words = action.hasWords ? '按规定办理。' : ''
  const { status, body } = await personOf(stage, action.by).post<Body>(
    `/api/tasks/${task.id}/${action.step}`,
    {
      ...{ sentence: words, reason: words, seenState: seenState(task, action) },
      ...(action.entry === null ? {} : { entry: entryOf(world, action.entry).number }),
      ...(action.unit === null ? {} : { unit: stage.units[action.unit].id }),
    },
  )
  const actor = actorOf(action.by)
  const verdict = judgeStep(world, actor, action)
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status !== 200) return { disagreements }
  takeTask(world, actor, action)
  // Whoever handed it on to others may not see it any more.
  if (body.task && body.task.state !== task.state)
    disagreements.push(`${task.key} is ${String(body.task.state)}, not ${task.state}`)
  return { disagreements }
}

function seenState({ state }: Task, { seen }: TaskAction) {
  if (seen === 'none') return undefined
  return seen === 'right' ? state : state === 'open' ? 'taken' : 'open'
}

export async function look(
  { stage, world }: Play,
  { by, task: key }: LookAction,
): Promise<Outcome> {
  const task = taskOf(world, key)
  const { status, body } = await personOf(stage, by).get<Body>(`/api/tasks/${task.id}/text`)
  const verdict = judgeLook(world, actorOf(by), task)
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status === 200)
    task.opened.add(`${by} ${entryOf(world, task.entry ?? '').live?.revision ?? 0}`)
  return { disagreements }
}

/** Of each entry whose review is asked for there is one more task, of no other. */
async function meetReviews({ stage, world }: Play): Promise<string[]> {
  const due = asked(world)
  const wrong: string[] = []
  for (const entry of [...world.entries.values()].filter(({ isDueSoon }) => isDueSoon)) {
    const path = `/api/tasks?entry=${entry.number}&kind=review`
    const { body } = await personOf(stage, 'centre').get<{ tasks: Told[] }>(path)
    const known = new Set([...world.tasks.values()].map(({ id }) => id))
    const fresh = body.tasks.filter(({ id }) => !known.has(id))
    const expected = due.includes(entry) ? 1 : 0
    if (fresh.length !== expected)
      wrong.push(`${entry.key} is asked back ${fresh.length} times, not ${expected}`)
    else if (fresh[0]) review(world, entry, fresh[0])
  }
  return wrong
}

/** How long search may take until it finds what was approved, in milliseconds. */
const patience = 20_000

/** The server settles the tasks of this sequence's entries; until search knows what the model says it finds. */
export async function settleAll({ stage, world }: Play): Promise<Outcome> {
  const tasks = [...world.tasks.values()]
  const moved = tasks.filter((task) => settle(world, task))
  const entries = [...world.entries.values()].map(({ id }) => id)
  // Without any named it would be those of the whole city, of the sequences beside this one too.
  if (entries.length === 0) return { disagreements: [] }
  for (const until = Date.now() + patience; ;) {
    await settleEntries(entries)
    const wrong = (await Promise.all(tasks.map((task) => standing(stage, task)))).flat()
    const isLate = wrong.length > 0 && moved.some(({ state }) => state === 'closed')
    if (isLate && Date.now() <= until) continue
    return { disagreements: [...wrong, ...(await meetReviews({ stage, world }))] }
  }
}

async function settleEntries(entries: string[]): Promise<void> {
  const dataDir = String(process.env.ZHIKU_TEST_DATA)
  const { exitCode, output } = await askServer(
    { command: 'settling', args: entries, folder: dataDir },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )
  if (exitCode !== 0) throw new Error(`Tasks were not settled: ${output}`)
}

/** Where a task stands, as the centre reads it. */
async function standing(stage: Stage, { key, id, state, outcome }: Task): Promise<string[]> {
  const { body } = await personOf(stage, 'centre').get<{ task?: Partial<Task> }>(`/api/tasks/${id}`)
  const shown = `${body.task?.state} ${String(body.task?.outcome)}`
  const expected = `${state} ${String(outcome)}`
  return shown === expected ? [] : [`${key} is ${shown}, not ${expected}`]
}
