import { act } from './acting'
import { entriesOf, type Action } from './actions'
import { actorOf, actors, alike, type Actor } from './cast'
import { dice, type Dice } from './commands'
import { copyDoors } from './copyDoors'
import { readingDoors, type Look, type Play } from './doors'
import { seesTask } from './tasks/deciding'
import { lookAtTask, lookAtTasks } from './tasks/looking'
import type { Entry } from './words'

export type Failure = { index: number; disagreements: string[] }
export type Played = { actions: Action[]; failure: Failure | null }

/** The same doors for every kind of reader; a page of the portal is costly and is opened at random. */
const always = ['number', 'list', 'search', 'file'] as const
const everyDoor = { ...readingDoors, ...copyDoors }
const doorNames = Object.keys(everyDoor)

/** How often somebody looks at all they see of tasks. */
const glances = 0.05

/** Each action by somebody, then what everybody sees of it; ends at the first disagreement. */
export async function play(
  given: Play,
  next: (index: number) => Action | null,
  options: { seed: number; isThorough?: boolean },
): Promise<Played> {
  const actions: Action[] = []
  const draw = dice(options.seed ^ 0x5bd1e995)
  const readers = () => alike.map((list) => draw.pick(list))
  const fail = (disagreements: string[]): Played => ({
    actions,
    failure: { index: actions.length - 1, disagreements },
  })
  for (let index = 0, action = next(0); action; action = next((index += 1))) {
    if (!isKnown(given, action)) continue
    actions.push(action)
    const before = onlineOf(given)
    const outcome = await act(given, action)
    if (outcome.disagreements.length > 0) return fail(outcome.disagreements)
    const touched = outcome.touched.map((key) => given.world.entries.get(key) as Entry)
    const isMoved = before !== onlineOf(given)
    const wrong = [
      ...(await everyStanding(given, touched, options.isThorough ? told : ['standing'])),
      ...(isMoved || options.isThorough
        ? await everybody(given, touched, { doors: always, readers: readers() })
        : []),
      ...(await glimpse(given, draw)),
      ...(await lookAfter(given, { draw, action, ...options })),
      ...(draw.chance(glances) ? await lookAtTasks(given, [draw.pick(actors)]) : []),
    ]
    if (wrong.length > 0) return fail(wrong)
  }
  const settled = given.world.tasks.size > 0 ? await act(given, { kind: 'settle' }) : null
  if (settled?.disagreements.length) return fail(settled.disagreements)
  const entries = [...given.world.entries.values()]
  const few = Array.from({ length: 2 }, () => draw.pick(actors))
  const wrong = [
    ...(await everyStanding(given, entries, told)),
    ...(await everybody(given, entries, { doors: [...always, 'copy'], readers: readers() })),
    ...(await lookAtTasks(given, lookersAt(given, draw))),
    ...(await everybody(given, entries, { doors: doorNames.filter(isForFew), readers: few })),
  ]
  return wrong.length > 0 ? fail(wrong) : { actions, failure: null }
}

/** When a sequence is played again in parts, what was to be written may have been refused this time. */
const isKnown = ({ world }: Play, action: Action) =>
  entriesOf(action).every((key) => world.entries.has(key)) &&
  ((action.kind !== 'task' && action.kind !== 'look') || world.tasks.has(action.task))

/** Doors that answer many readers alike: at the end a few readers drawn go through them. */
const isForFew = (name: string) =>
  !['number', 'list', 'search', 'file', 'copy', 'page', 'tree'].includes(name)

/** All that is read anywhere: while it is the same, nobody's view can have changed. */
const onlineOf = ({ world }: Play) =>
  JSON.stringify([...world.entries.values()].map(({ live, withdrawn }) => [live, withdrawn]))

/** The centre, which sees all; one who sees one of them; and anybody. */
function lookersAt({ world }: Play, draw: Dice): Actor[] {
  const tasks = [...world.tasks.values()]
  if (tasks.length === 0) return []
  const task = draw.pick(tasks)
  const near = actors.filter((actor) => seesTask(actor, task))
  return [actorOf('centre'), draw.pick(near), draw.pick(actors)]
}

type After = { draw: Dice; action: Action; isThorough?: boolean }

/** At the task that was told, or whose step was tried: one who sees it, and one who does not; all, when it is played again. */
async function lookAfter(
  given: Play,
  { draw, action, isThorough = false }: After,
): Promise<string[]> {
  const key = action.kind === 'tell' ? action.key : action.kind === 'task' ? action.task : null
  const task = key === null ? undefined : given.world.tasks.get(key)
  if (!task) return []
  const near = actors.filter((actor) => seesTask(actor, task))
  const far = actors.filter((actor) => !near.includes(actor))
  return lookAtTask(given, task, isThorough ? actors : [draw.pick(near), draw.pick(far)])
}

/** Where an entry stands, and what its history tells: nothing of it is ever undone, so once is enough. */
const told = ['standing', 'history']

/** As the centre reads them. */
async function everyStanding(given: Play, entries: Entry[], doors: string[]): Promise<string[]> {
  const centre = actorOf('centre')
  const looks = entries.flatMap((entry) =>
    doors.map((door) => look(given, centre, { entry, door })),
  )
  return (await Promise.all(looks)).flat()
}

async function glimpse(given: Play, draw: Dice): Promise<string[]> {
  const entries = [...given.world.entries.values()]
  if (entries.length === 0) return []
  return look(given, draw.pick(actors), { entry: draw.pick(entries), door: draw.pick(doorNames) })
}

/** The whole matrix: every kind of reader at every door named, on every entry. */
async function everybody(
  given: Play,
  entries: Entry[],
  { doors, readers }: { doors: readonly string[]; readers: readonly Actor[] },
): Promise<string[]> {
  const looks = readers.flatMap((actor) =>
    doors.map(async (door) => {
      const wrong: string[] = []
      for (const entry of toldTogether(door, entries))
        wrong.push(...(await look(given, actor, { entry, door })))
      return wrong
    }),
  )
  return (await Promise.all(looks)).flat()
}

/** One search, and one list of a unit and library, tell of all their entries at once. */
function toldTogether(door: string, entries: Entry[]): Entry[] {
  if (['search', 'portalSearch'].includes(door)) return entries.slice(0, 1)
  if (!['list', 'portalList'].includes(door)) return entries
  const placeOf = ({ unit, library }: Entry) => `${unit} ${library}`
  return [...new Map(entries.map((entry) => [placeOf(entry), entry])).values()]
}

async function look(
  given: Play,
  actor: Actor,
  { entry, door }: { entry: Entry; door: string },
): Promise<string[]> {
  const through = everyDoor[door] as Look
  const wrong = await through(given, actor, entry)
  return wrong.map((sentence) => `${actor.says} at the door ${door}, ${entry.key}: ${sentence}`)
}
