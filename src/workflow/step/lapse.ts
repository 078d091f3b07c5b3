import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { steps, type StepRule } from '@/access/rules'
import { isLongDue } from '@/access/taskDays'
import { pokeSync } from '@/search/poke'
import { findEntry, writersOf, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { byId, findOne, swap } from '../store'
import { publicationAfter, registerAfter, stateAfter } from './effects'
import { finish } from './finish'
import { keptUntilDone, type Intent } from './intent'
import { nameOfNode, type LiveRow } from './publication'

type Lapse = {
  /** The entry's id, and the revision that is online. */
  id: string
  revision: number
  /** For its history, and for readers with an old link. */
  reason: string
  sentence: string
  at: Date
}

/**
 * 逾期下架: takes a text offline by rule, on record as the server's, in a transaction of its own. False where the entry stands
 * otherwise, or somebody took a step meanwhile: the next turn sees how it stands then. Rejects as the database does.
 */
export async function lapse(payload: Payload, given: Lapse): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const entry = await findEntry(req, given.id)
  const { libraries }: StepRule = steps.lapse
  if (!entry || entry.trashedAt || entry.liveRevision !== given.revision) return false
  if (entry.intent || !libraries.includes(entry.library)) return false
  const intent = await intentOf(req, entry, given)
  const isMoved = await inTransaction(req, () => move(req, entry, intent))
  if (isMoved) pokeSync()
  return isMoved
}

async function move(req: PayloadRequest, entry: Entry, intent: Intent): Promise<boolean> {
  const where = { slot: { equals: entry.id } }
  const live = await findOne<LiveRow>({ req, collection: 'publications', where })
  // Its unit may have reviewed it a moment ago.
  if (!live || !isLongDue(live.reviewBy as string | null, new Date(intent.at))) return false
  const asked = { sentence: String(intent.details?.sentence), successor: null, to: undefined }
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
  { revision, reason, sentence, at }: Lapse,
): Promise<Intent> {
  return {
    ...{ step: 'lapse', decision: randomUUID(), revision, reason, at: at.toISOString() },
    ...{ from: entry.state, to: stateAfter('lapse', entry.state) },
    ...{ by: null, byName: null, onBehalfOf: null, onBehalfOfName: null, isActingForUnit: false },
    ...{ unitName: await nameOfNode(req, entry.unit), confirmed: [], submitter: null },
    ...{ details: { sentence }, writers: writersOf(entry) },
    publication: publicationAfter('lapse', { isTakenOffline: true }),
    ...{ switches: null, hash: null, text: null, again: null, answering: null },
  }
}
