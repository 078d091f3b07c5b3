import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { steps, type Step, type StepRule } from '@/access/rules'
import { pokeSync } from '@/search/poke'
import { findEntry, writersOf, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { byId, findOne, swap } from '../store'
import { publicationAfter, registerAfter, stateAfter } from './effects'
import { finish } from './finish'
import { keptUntilDone, type Intent } from './intent'
import { nameOfNode, type LiveRow } from './publication'

type ByRule = {
  /** The entry's id. */
  id: string
  step: Step
  /** For its history, and a sentence for readers with an old link. */
  reason: string
  sentence?: string
  /** When what it ends was over. */
  until?: string
  at: Date
  /** Asked amid the step: is it still so that the rule takes it? */
  holds: (entry: Entry, live: LiveRow | null) => boolean
}

/**
 * A step that the server takes by rule, on record as its own, in a transaction of its own. False where the entry stands
 * otherwise, or somebody took a step meanwhile: the next turn sees how it stands then. Rejects as the database does.
 */
export async function takeByRule(payload: Payload, given: ByRule): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const entry = await findEntry(req, given.id)
  const { libraries }: StepRule = steps[given.step]
  if (!entry || entry.trashedAt || entry.intent || !libraries.includes(entry.library)) return false
  const intent = await intentOf(req, entry, given)
  const isMoved = await inTransaction(req, () => move(req, { entry, intent, given }))
  if (isMoved) pokeSync()
  return isMoved
}

type Moving = { entry: Entry; intent: Intent; given: ByRule }

async function move(req: PayloadRequest, { entry, intent, given }: Moving): Promise<boolean> {
  const where = { slot: { equals: entry.id } }
  const live = await findOne<LiveRow>({ req, collection: 'publications', where })
  if (!given.holds(entry, live)) return false
  const asked = { sentence: given.sentence ?? '', successor: null, to: undefined }
  const data = registerAfter({ entry, intent, asked, live, coUnits: [] })
  const moved = await swap<Entry>({
    ...{ req, collection: 'register' },
    where: { ...byId(entry.id), lock: { equals: entry.lock }, intent: { exists: false } },
    data: { ...data, intent: await keptUntilDone(req, intent), lock: { $inc: 1 } },
  })
  if (moved) await finish({ req, entry: moved, intent, known: { live } })
  return moved !== null
}

async function intentOf(
  req: PayloadRequest,
  entry: Entry,
  { step, reason, sentence, until, at }: ByRule,
): Promise<Intent> {
  return {
    ...{ step, decision: randomUUID(), reason, at: at.toISOString() },
    ...{ revision: entry.liveRevision ?? entry.revision, from: entry.state },
    to: stateAfter(step, entry.state),
    ...{ by: null, byName: null, onBehalfOf: null, onBehalfOfName: null, isActingForUnit: false },
    ...{ unitName: await nameOfNode(req, entry.unit), confirmed: [], submitter: null },
    details: sentence || until ? { sentence, until } : null,
    writers: writersOf(entry),
    publication: publicationAfter(step, { isTakenOffline: true }),
    ...{ switches: null, hash: null, text: null, again: null, answering: null },
  }
}
