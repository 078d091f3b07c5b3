import type { Body } from '../int/answers'
import {
  isContrary,
  opensSecret,
  type Action,
  type OpenAction,
  type Revision,
  type SaveAction,
  type StepAction,
  type WriteAction,
} from './actions'
import { actorOf, has, owners, type Actor } from './cast'
import { judge, signedIn, weigh, type Verdict } from './deciding'
import { compare, type Given } from './comparing'
import { begin, save, take } from './outcomes'
import { isConsulted, isInReach, isSeen, isSilent } from './seeing'
import { tryDoor } from './sideDoors'
import { look, settleAll, tell, tryTaskStep } from './tasks/acting'
import type { TaskAction } from './tasks/words'
import { personOf, type Stage } from './stage'
import { bodyOfStep, bodyToSave, bodyToWrite, craftedBody } from './wire'
import { entryOf, type Code, type Entry, type World } from './words'

export type Play = { stage: Stage; world: World }
/** What the system answered, and where it is not what the model says: one sentence each. */
export type Outcome = { disagreements: string[]; touched: string[]; wasTaken: boolean }

export async function act(play: Play, action: Action): Promise<Outcome> {
  switch (action.kind) {
    case 'write':
      return write(play, action)
    case 'save':
      return trySave(play, action)
    case 'open':
      return open(play, action)
    case 'step':
      return tryStep(play, action)
    case 'door':
      return { ...(await tryDoor(play, action)), touched: [action.entry], wasTaken: false }
    case 'setting':
      return set(play, action)
    case 'tell':
      return { ...(await tell(play, action)), ...aside }
    case 'task':
      return {
        ...(await tryTaskStep(play, action)),
        touched: goneBy(play, action),
        wasTaken: false,
      }
    case 'look':
      return { ...(await look(play, action)), ...aside }
    case 'settle':
      return { ...(await settleAll(play)), ...aside }
  }
}

/** An entry is withdrawn by a task alone that merges it. */
function goneBy({ world }: Play, { step, task }: TaskAction): string[] {
  const goes = world.tasks.get(task)?.merging?.goes
  return step === 'merge' && goes ? [goes] : []
}

/** What is done with other tasks leaves all entries as they are. */
const aside = { touched: [], wasTaken: false }

async function write(play: Play, action: WriteAction): Promise<Outcome> {
  const actor = actorOf(action.by)
  const sent = await bodyToWrite(play.stage, action, play.world)
  const { status, body } = await personOf(play.stage, action.by).post<Body>(
    `/api/${action.library}`,
    sent.body,
  )
  const verdict = mayWrite(actor, action)
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status !== 201) return { disagreements, touched: [], wasTaken: false }
  const { id, number } = body.doc as unknown as { id: string; number: string }
  sent.remember(id)
  begin(play.world, action, { id, number, title: sent.title })
  return { disagreements, touched: [action.key], wasTaken: true }
}

export function mayWrite(
  actor: Actor,
  { library, unit, text, isConfidential }: WriteAction,
): Verdict {
  const isCase = library === 'cases'
  const isWriter = isCase ? has(actor, 'centre') : has(actor, 'editor')
  const isOwn = isCase || actor.unit === unit
  const isWrong = isContrary(text) || opensSecret({ isConfidential }, text)
  return weigh([
    signedIn(actor),
    { holds: isWriter, codes: ['notAllowed'] },
    { holds: isOwn && owners.includes(unit) && !isWrong, codes: ['invalid'] },
  ])
}

export function maySave(actor: Actor, { startedFrom, change }: SaveAction, entry: Entry): Verdict {
  const isCase = entry.library === 'cases'
  const isWriter = isCase ? has(actor, 'centre') : has(actor, 'editor') && actor.unit === entry.unit
  const isFree = !entry.isTrashed && entry.deletionBy === null
  const isOpen = isFree && (entry.state === 'draft' || entry.state === 'returned')
  const isRight = !isContrary({ ...entry.copy, ...change }) && !opensSecret(entry, change)
  const seen = isInReach(actor, entry) || (isSeen(actor, entry) ? 'unsure' : false)
  // Payload's own address of a copy: who reads no copies at all is told 403 or 404, both tell nothing.
  const unseen: Code[] = ['notFound', 'notAllowed']
  return weigh([
    signedIn(actor),
    { holds: seen, codes: unseen },
    { holds: isWriter, codes: ['notAllowed'] },
    { holds: isOpen, codes: ['wrongState'] },
    { holds: startedFrom !== 'stale', codes: ['changedMeanwhile'] },
    { holds: startedFrom !== 'none' && isRight, codes: ['invalid'] },
  ])
}

async function trySave(play: Play, action: SaveAction): Promise<Outcome> {
  const entry = entryOf(play.world, action.entry)
  const verdict = maySave(actorOf(action.by), action, entry)
  // A file is put on the server by those who write; others send the change without one.
  const change = verdict.may === false ? { ...action.change, hasFile: undefined } : action.change
  const { status, body } = await personOf(play.stage, action.by).patch<Body>(
    `/api/${entry.library}/${entry.id}`,
    {
      ...craftedBody(play.stage, action.crafted),
      ...(await bodyToSave(play.stage, action.by, { entry, change })),
      ...named('startedFrom', action.startedFrom, entry),
    },
  )
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status === 200) save(entry, action)
  return { disagreements, touched: [entry.key], wasTaken: status === 200 }
}

/** A stale revision is any but the latest. */
function named(name: string, sent: Revision, { revision }: Entry): object {
  if (sent === 'none') return {}
  const stale = revision === 1 ? 2 : revision - 1
  return { [name]: sent === 'latest' ? revision : stale }
}

async function open({ stage, world }: Play, { by, entry: key }: OpenAction): Promise<Outcome> {
  const actor = actorOf(by)
  const entry = entryOf(world, key)
  const { status, body } = await personOf(stage, by).get<Body>(
    `/api/${entry.library}/${entry.id}/review`,
  )
  const isAsked = isSilent(actor, entry)
  const mustBeSeen = isConsulted(actor, entry) && entry.state === 'pending' && !entry.isTrashed
  // Whether a copy in the trash can still be opened is not said.
  const inReach = isInReach(actor, entry) && (entry.isTrashed ? 'unsure' : true)
  const verdict = weigh([
    signedIn(actor),
    { holds: mustBeSeen || inReach || (isAsked ? 'unsure' : false), codes: ['notFound'] },
  ])
  const disagreements = compare(verdict, { status, code: body.code, body })
  if (status === 200) entry.opened.add(`${by} ${entry.revision}`)
  return { disagreements, touched: [], wasTaken: false }
}

async function tryStep(play: Play, action: StepAction): Promise<Outcome> {
  const [first] = action.entries.map((key) => entryOf(play.world, key))
  if (!first) throw new Error('A step is taken on something.')
  const person = personOf(play.stage, action.by)
  const more = {
    ...craftedBody(play.stage, action.crafted),
    ...(await bodyOfStep(play.stage, play.world, action)),
  }
  if (!action.isSeveral) {
    const path = `/api/${first.library}/${first.id}/${action.step}`
    const sent = { ...more, ...named('revision', action.revision, first) }
    const { status, body } = await person.post<Body>(path, sent)
    return settle(play, action, [{ status, code: body.code, body }])
  }
  const items = action.entries
    .map((key) => entryOf(play.world, key))
    .map((entry) => ({ id: entry.id, ...named('revision', action.revision, entry) }))
  const { status, body } = await person.post<Body>(`/api/${first.library}/${action.step}`, {
    ...more,
    items,
  })
  const whole = { status, code: body.code, body }
  const given = action.entries.map((_key, index) =>
    status === 200 ? { ...body.results[index], status: body.results[index]?.status ?? 0 } : whole,
  )
  return settle(play, action, given as Given[])
}

/** Item by item, in the order sent: what one of them changed is there for the next. */
function settle({ world }: Play, action: StepAction, given: Given[]): Outcome {
  const actor = actorOf(action.by)
  const outcome: Outcome = { disagreements: [], touched: action.entries, wasTaken: false }
  action.entries.forEach((key, index) => {
    const entry = entryOf(world, key)
    const verdict = judge(world, actor, action, key)
    const answer = given[index] as Given
    const wrong = compare(verdict, { ...answer, body: answer.body ?? answer })
    if (answer.status === 200) {
      outcome.wasTaken = true
      const { to, revision } = take(world, actor, action, entry)
      if (!action.isSeveral)
        wrong.push(...compareAnswer(answer.body as Body, { entry, to, revision }))
    }
    outcome.disagreements.push(...wrong.map((sentence) => `${key} ${sentence}`))
  })
  return outcome
}

type Expected = { entry: Entry; to: string | null; revision: number }

function compareAnswer(body: Body, { entry, to, revision }: Expected): string[] {
  const expected = { id: entry.id, number: entry.number, revision, state: to ?? body.state }
  const { id, number, state, revision: shown } = body
  const isSame = JSON.stringify({ id, number, revision: shown, state }) === JSON.stringify(expected)
  return isSame && body.decision
    ? []
    : [`answered ${JSON.stringify(body)}, not ${JSON.stringify(expected)}`]
}

async function set({ stage, world }: Play, action: Extract<Action, { kind: 'setting' }>) {
  const actor = actorOf(action.by)
  const returnFirst = { ...world.returnFirst, [action.library]: action.isOn }
  const { status, body } = await personOf(stage, action.by).post<Body>('/api/globals/settings', {
    returnFirst,
  })
  const isCentre = has(actor, 'centre')
  const wrong = (status === 200) === isCentre ? [] : [`${status} ${JSON.stringify(body)}`]
  if (status === 200) world.returnFirst = returnFirst
  return { disagreements: wrong, touched: [], wasTaken: status === 200 }
}
