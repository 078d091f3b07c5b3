import { randomUUID } from 'node:crypto'
import {
  crafts,
  hasOpened,
  sideDoors,
  several,
  type Action,
  type Change,
  type Revision,
  type SaveAction,
  type StepAction,
  type WriteAction,
} from './actions'
import { maySave } from './acting'
import { actorOf, actors, owners } from './cast'
import { isStepOf, judge, mayTake } from './deciding'
import { anyOfTasks } from './tasks/drawing'
import {
  entryOf,
  steps,
  type Entry,
  type Library,
  type StepName,
  type Text,
  type World,
} from './words'

/** Numbers from one seed; what is drawn from them is the same each time. */
export type Dice = {
  pick: <Item>(items: readonly Item[]) => Item
  chance: (share: number) => boolean
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    chance: (share) => next() < share,
  }
}

/** How often each step is chosen where it could be taken; what takes an entry away is rare. */
const weights: Record<StepName | 'save', number> = {
  ...{ submit: 16, approve: 30, recall: 3, return: 6, revise: 14, requestReturn: 14 },
  ...{ saveDirectly: 4, publish: 8, open: 12, close: 12, withdraw: 8, resume: 16, agree: 14 },
  ...{ object: 6, requestDeletion: 3, withdrawRequest: 5, approveDeletion: 5, refuseDeletion: 5 },
  ...{ discard: 1, delete: 1, restore: 6, save: 6 },
}

/** One of the keys, each as often as its weight says. */
const weighed = <Key>(draw: Dice, keys: Key[], weightOf: (key: Key) => number): Key =>
  draw.pick(keys.flatMap((key) => Array.from({ length: weightOf(key) }, () => key)))

/** Knowledge is most of what a city writes. */
const shelves = [
  ...(['knowledge', 'knowledge', 'knowledge', 'plans'] as const),
  ...(['notices', 'notices', 'cases'] as const),
] as const

/** What somebody tries next: mostly what can be done, sometimes what nobody may do. */
export function nextAction(draw: Dice, world: World, canSet: boolean): Action {
  const entries = [...world.entries.values()]
  const isFew = entries.length < 3 && draw.chance(world.tasksShare > 0 ? 0.25 : 0.15)
  if (entries.length === 0 || isFew) {
    return newEntry(draw, world)
  }
  // Corrections are of what is online, which therefore comes first.
  const isOnline = entries.some(({ live }) => live !== null)
  if (world.tasksShare > 0 && !isOnline && draw.chance(0.7))
    return likely(draw, world) ?? anyStep(draw, world)
  if (draw.chance(world.tasksShare)) return anyOfTasks(draw, world)
  if (draw.chance(0.62)) return likely(draw, world) ?? anyStep(draw, world)
  if (draw.chance(0.5)) return anyStep(draw, world)
  if (draw.chance(0.5)) return anySave(draw, entries)
  if (canSet && draw.chance(0.3)) {
    const by = draw.chance(0.8) ? 'centre' : draw.pick(actors).key
    const library = draw.pick(['knowledge', 'plans', 'notices'] as const)
    return { kind: 'setting', by, library, isOn: draw.chance(0.5) }
  }
  const insider = draw.pick(['writer', 'both', 'leader', 'centre', 'townBoth', 'colleague'])
  const by = draw.chance(0.6) ? insider : draw.pick(actors).key
  return { kind: 'door', door: draw.pick(sideDoors), by, entry: draw.pick(entries).key }
}

function newEntry(draw: Dice, world: World): WriteAction {
  world.tried += 1
  // Two that ask the same are of one library.
  const first = world.tasksShare > 0 ? [...world.entries.values()][0] : undefined
  const library = first && draw.chance(0.6) ? first.library : draw.pick(shelves)
  const unit = draw.chance(0.6) ? 'bureau' : draw.pick(owners)
  const editors = actors.filter((actor) => actor.roles.includes('editor') && actor.unit === unit)
  const right = library === 'cases' ? actorOf('centre') : draw.pick(editors)
  const by = draw.chance(0.92) ? right : draw.pick(actors)
  const isConfidential = library === 'cases' && draw.chance(0.2)
  const text = textOf(draw, library)
  const asks = library === 'knowledge' && draw.chance(0.2)
  return {
    ...{ kind: 'write', by: by.key, library, unit, isConfidential },
    isDueSoon: library === 'knowledge' && world.tasksShare > 0 && draw.chance(0.5),
    key: `e${world.tried}`,
    coUnits: asks
      ? [draw.pick(['department', 'county'] as const)].filter((one) => one !== unit)
      : [],
    text: {
      ...text,
      public: isConfidential && draw.chance(0.8) ? false : text.public,
      hasFile: text.hasFile && by === right,
    },
  }
}

const newMark = () => `稿${randomUUID().slice(0, 8)}`

function textOf(draw: Dice, library: Library): Text {
  return {
    ...{ words: newMark(), isFilled: draw.chance(0.93), ...switchesOf(draw, library) },
    hasFile: (library === 'knowledge' || library === 'notices') && draw.chance(0.4),
    validity:
      library === 'knowledge' && draw.chance(0.12) ? draw.pick(['over', 'later']) : 'always',
  }
}

function switchesOf(draw: Dice, library: Library): Pick<Text, 'units' | 'public'> {
  const pair = draw.chance(0.85)
    ? draw.pick([...[[false, false] as const, [true, false] as const], [true, true] as const])
    : draw.pick([...[[null, null] as const, [null, true] as const], [false, true] as const])
  const [units, open] = pair
  if (library === 'plans') return { units, public: null }
  if (library === 'cases') return { units: null, public: open }
  return { units, public: open }
}

/** Steps of which the model is sure that they would be taken, and the opening before an approval. */
function likely(draw: Dice, world: World): Action | null {
  const byStep = new Map<StepName | 'save', Action[]>()
  const add = (name: StepName | 'save', action: Action) => {
    const known = byStep.get(name)
    if (known) known.push(action)
    else byStep.set(name, [action])
  }
  const entry = draw.pick([...world.entries.values()])
  for (const actor of actors.filter(({ kind }) => kind === 'person')) {
    for (const step of steps.filter(
      (name) => isStepOf(name, entry.library) && mayTake(actor, entry, name) !== false,
    )) {
      const action = stepOf(draw, world, { step, by: actor.key, entries: [entry.key] })
      const verdict = judge(world, actor, action, entry.key)
      if (verdict.may === true) add(step, action)
      else if (verdict.codes.join() === 'notOpened' && !hasOpened(actor, entry)) {
        add(step, { kind: 'open', by: actor.key, entry: entry.key })
      }
    }
    const save = saveOf(draw, entry, actor.key)
    if (maySave(actor, save, entry).may === true) add('save', save)
  }
  if (byStep.size === 0) return null
  const name = weighed(draw, [...byStep.keys()], (key) => weights[key])
  const action = draw.pick(byStep.get(name) ?? [])
  return draw.chance(0.12) ? spoiled(draw, action) : action
}

type Named = { step: StepName; by: string; entries: string[] }

function stepOf(draw: Dice, world: World, { step, by, entries }: Named): StepAction {
  const entry = entryOf(world, entries[0] ?? '')
  const to = entry.library === 'plans' || draw.chance(0.5) ? 'units' : 'public'
  const others = [...world.entries.values()].filter(({ live, key }) => live && key !== entry.key)
  const successor = others.length > 0 ? draw.pick(others).key : null
  const kinds = successor
    ? (['inError', 'merged', 'merged', 'expired'] as const)
    : (['inError'] as const)
  const why = step === 'withdraw' ? draw.pick(kinds) : 'inError'
  return {
    ...{ kind: 'step', step, by, entries, isSeveral: several.includes(step) && draw.chance(0.15) },
    ...{ revision: 'latest', hasReason: true, isConfirmed: true, staysOnline: true, to, why },
    ...{ reopen: draw.chance(0.3), successor: why === 'merged' ? successor : null },
    ...(step === 'return' ? { staysOnline: entry.state !== 'approved' || draw.chance(0.5) } : {}),
    change: step === 'saveDirectly' ? directChange(draw, entry) : {},
    crafted: null,
  }
}

/** The centre puts no files on the server and leaves the switches of the units alone. */
function directChange(draw: Dice, entry: Entry): Change {
  const words = newMark()
  if (entry.library !== 'cases' || entry.isConfidential || draw.chance(0.5)) {
    return { words, isFilled: true }
  }
  return { words, isFilled: true, public: draw.chance(0.5) }
}

function saveOf(draw: Dice, entry: Entry, by: string): SaveAction {
  const { words, isFilled, hasFile, validity, ...switches } = textOf(draw, entry.library)
  const isSwitched = draw.chance(0.4)
  const isWriter = actorOf(by).roles.includes('editor')
  const change: Change = {
    ...{ words, isFilled: isFilled || isWordless(entry), ...(isSwitched ? switches : {}) },
    ...(isWriter && draw.chance(0.2) ? { hasFile } : {}),
    ...(entry.library === 'knowledge' && draw.chance(0.2) ? { validity } : {}),
  }
  return { kind: 'save', by, entry: entry.key, change, startedFrom: 'latest', crafted: null }
}

/** An incomplete notice has no text: a second save without one would change nothing. */
const isWordless = ({ library, copy }: Entry) => library === 'notices' && !copy.isFilled

/** The same, sent as a mistaken or a cunning client would. */
function spoiled(draw: Dice, action: Action): Action {
  const revision = draw.pick<Revision>(['stale', 'none', 'latest'])
  const crafted = draw.chance(0.5) ? draw.pick(crafts) : null
  if (action.kind === 'save') return { ...action, startedFrom: revision, crafted }
  if (action.kind !== 'step') return action
  const change: Change =
    action.step === 'saveDirectly' && draw.chance(0.5)
      ? { ...action.change, public: draw.chance(0.5), units: true, isFilled: draw.chance(0.6) }
      : action.change
  return {
    ...{ ...action, change, crafted, isSeveral: false },
    revision: draw.chance(0.5) ? revision : 'latest',
    hasReason: draw.chance(0.5),
    isConfirmed: draw.chance(0.5),
    to: draw.pick(['units', 'public']),
  }
}

function anyStep(draw: Dice, world: World): Action {
  const entry = draw.pick([...world.entries.values()])
  const step = draw.pick(steps)
  const named = { step, by: draw.pick(actors).key, entries: [entry.key] }
  const action = stepOf(draw, world, named)
  const others = [...world.entries.values()].filter(
    ({ library, key }) => library === entry.library && key !== entry.key,
  )
  if (!several.includes(step) || others.length === 0 || draw.chance(0.6)) {
    return draw.chance(0.3) ? spoiled(draw, action) : action
  }
  return { ...action, isSeveral: true, entries: [entry.key, draw.pick(others).key] }
}

function anySave(draw: Dice, entries: Entry[]): Action {
  const action = saveOf(draw, draw.pick(entries), draw.pick(actors).key)
  return draw.chance(0.3) ? spoiled(draw, action) : action
}
