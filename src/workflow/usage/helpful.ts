import { createHash } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import type { UnhelpfulReason } from '@/access/helpful'
import { dayOf } from '@/shanghaiDay'
import { putRows } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { countLater } from './counts'

/** What an anonymous session of today says of an entry. */
export type Opinion = {
  entry: string
  number: string
  isHelpful: boolean
  /** Why it did not help, where that is said. */
  reason: UnhelpfulReason | null
  session: string
  place: string
}

type Row = Omit<Opinion, 'session'> & { id: string; at: string }

const opinions = behind<Row>({
  name: 'helpful',
  wait: 0,
  pauseAfterFailure: 10_000,
  batch: 200,
  most: 20_000,
  write: writeOpinions,
  failed: 'Opinions wait to be written',
})

async function writeOpinions(payload: Payload, some: readonly Row[]): Promise<void> {
  // Of what one session said of an entry the last holds.
  const rows = [...new Map(some.map((row) => [row.id, row])).values()]
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => putRows({ req, collection: 'helpful', rows }))
}

/**
 * Records whether an answer helped, and resolves once it is on record. Said again by the same session on the same day, it
 * stands in the place of what was said before. Rejects as the database does, and with `busy` where too many wait.
 */
export async function recordOpinion(payload: Payload, opinion: Opinion): Promise<void> {
  const { session, ...said } = opinion
  const at = new Date().toISOString()
  // A hash of the session and not the session: what else it read is not found by it.
  const id = sameOf([dayOf(at), said.entry, session])
  if (!(await opinions.put(payload, { ...said, id, at }))) throw new Refused('busy')
  countLater(payload, { entry: said.entry, at })
}

const sameOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
