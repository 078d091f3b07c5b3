import { createLocalReq, type Payload } from 'payload'
import { readRows } from '@/tables'
import { byId, insertOnce } from '../store'

/** An entry of which something could not be asked, and since which change. */
export type Aside = { entry: string; after: number }

const collection = 'counters'
const prefix = 'settledTasks:'
const end = 'settledTasks;'

/** What is asked about again before all else: kept, so that one that fails on and on holds up nothing behind it. */
export async function setAside(payload: Payload): Promise<Aside[]> {
  const rows = (await readRows(payload, {
    ...{ collection, columns: ['id', 'value'], limit: 0 },
    where: { and: [{ id: { greater_than: prefix } }, { id: { less_than: end } }] },
  })) as { id: string; value: number }[]
  return rows.map(({ id, value }) => ({ entry: id.slice(prefix.length), after: value }))
}

/** The earliest change stands: what failed since then is asked about with it. */
export async function putAside(payload: Payload, { entry, after }: Aside): Promise<void> {
  const req = await createLocalReq({}, payload)
  await insertOnce({ req, collection, data: { id: prefix + entry, value: after } })
}

export async function takeBack(payload: Payload, { entry }: Aside): Promise<void> {
  await payload.db.deleteOne({ collection, where: byId(prefix + entry) })
}
