import { join } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { env } from '@/env'
import { usedTexts } from '@/i18n/used'
import { dayOf } from '@/shanghaiDay'
import { behind } from '@/tables/behind'
import { Refused } from '../Refused'
import { inTransaction } from '../inTransaction'
import { byId, findOne } from '../store'
import { countDay } from './counts'
import { flushUses, type Use } from './uses'

/** So long one may take back what one told by mistake, in milliseconds: the desk offers it for ten seconds. */
const takenBackWithin = 60_000

type Row = Use & { entry: string; reader: string }
/** Journalled, so that no kill leaves one counted that is on record no more. */
const takenBack = behind<Row>({
  name: 'takenBack',
  wait: 500,
  pauseAfterFailure: 10_000,
  batch: 100,
  most: 10_000,
  journal: () => join(env.dataDir, 'waiting', 'takenBack'),
  write: forget,
  failed: 'Uses wait to be taken back',
})

async function forget(payload: Payload, uses: readonly Row[]): Promise<void> {
  const req = await createLocalReq({}, payload)
  // The same person's use of the same search has the same id again: a replayed journal leaves it.
  const where = { or: uses.map(({ id, at }) => ({ and: [byId(id), { at: { equals: at } }] })) }
  await inTransaction(req, () => payload.db.deleteMany({ collection: 'uses', where, req }))
  for (const { at, entry } of uses) await countDay(payload, dayOf(at), [entry])
}

/** Takes back what a killed process had begun to. */
export const recoverTakenBack = (payload: Payload): Promise<void> => takenBack.recover(payload)

type Asked = { id: string; number: string; reader: string; now?: Date }

/**
 * Takes back that an entry was used, of whoever told it and shortly after: it is on record no more, and counted no more
 * once it resolves. Throws `Refused`: 404 of what is not theirs, 409 of what is older, `busy` where too many wait. Where
 * it rejects as the database does it is tried again.
 */
export async function takeBackUse(
  payload: Payload,
  { id, number, reader, now = new Date() }: Asked,
): Promise<Pick<Use, 'id' | 'number'>> {
  // What waits to be written would be written afterwards.
  await flushUses(payload)
  const req = await createLocalReq({}, payload)
  const use = await findOne<Row>({ req, collection: 'uses', where: byId(id) })
  if (!use || use.reader !== reader || use.number !== number) throw new Refused('notFound')
  if (now.getTime() - Date.parse(use.at) > takenBackWithin)
    throw new Refused('wrongState', { detail: usedTexts.tooLate })
  const { entry, at } = use
  const item = { ...{ id, number, entry, reader, at }, search: use.search }
  if (!takenBack.add(payload, { key: id, item })) throw new Refused('busy')
  await takenBack.flush(payload)
  return { id, number }
}
