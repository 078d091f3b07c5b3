import { createLocalReq, type Payload } from 'payload'
import { usedTexts } from '@/i18n/used'
import { dayOf } from '@/shanghaiDay'
import { Refused } from '../Refused'
import { inTransaction } from '../inTransaction'
import { byId, findOne } from '../store'
import { countDay, countLater } from './counts'
import { flushUses, type Use } from './uses'

/** So long one may take back what one told by mistake, in milliseconds: the desk offers it for ten seconds. */
const takenBackWithin = 60_000

type Row = Use & { entry: string; reader: string }
type Asked = { id: string; number: string; reader: string; now?: Date }

/**
 * Takes back that an entry was used, of whoever told it and shortly after: it is on record no more, and counted no more
 * once it resolves. Throws `Refused`: 404 of what is not theirs, 409 of what is older.
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
  // First: where counting fails below, the minute does it.
  countLater(payload, use)
  await inTransaction(req, () =>
    payload.db.deleteMany({ collection: 'uses', where: byId(id), req }),
  )
  await countDay(payload, dayOf(use.at), [use.entry])
  return { id, number }
}
