import type { PayloadRequest } from 'payload'
import { byId, findOne, insertOnce, swap } from '../store'
import { beginning, sealOf, type ChainedRow, type Tip } from './chain'
import type { Head } from './checkChain'
import { presentKey } from './keys'

/** As the counter `audit` keeps it. Where there are no transactions it carries the rows it stands for. */
export type StoredHead = Head & { rows: ChainedRow[] }

type Counter = { id: string; value: number; note?: string | null }

const counter = 'audit'
const collection = 'counters'

export async function readHead(req: PayloadRequest): Promise<StoredHead | null> {
  const row = await findOne<Counter>({ req, collection, where: byId(counter) })
  return row && { seq: row.value, ...unsealed, ...partsOf(row.note) }
}

/** Of a new database, or of one whose head was taken out: nothing vouches for it yet. */
export async function makeHead(req: PayloadRequest): Promise<StoredHead> {
  await insertOnce({ req, collection, data: { id: counter, value: beginning.seq } })
  return { seq: beginning.seq, ...unsealed }
}

const unsealed = { hash: beginning.hash, seal: '', rows: [] }

/** Moves the head from where it was read, or says that somebody else moved it meanwhile. */
export async function moveHead(given: {
  req: PayloadRequest
  from: number
  to: Tip
  rows: readonly ChainedRow[]
}): Promise<boolean> {
  const { req, from, to, rows } = given
  const note = JSON.stringify({ hash: to.hash, seal: sealOf(to, presentKey()), rows })
  const where = { ...byId(counter), value: { equals: from } }
  return (await swap({ req, collection, where, data: { value: to.seq, note } })) !== null
}

/** Anybody who can write to the database may have written it. */
function partsOf(note: string | null | undefined): Partial<StoredHead> {
  try {
    const { hash, seal, rows } = JSON.parse(note ?? '{}') as Partial<StoredHead>
    return { hash: String(hash ?? ''), seal: String(seal ?? ''), rows: rows ?? [] }
  } catch {
    return {}
  }
}
