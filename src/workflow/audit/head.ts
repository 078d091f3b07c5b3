import type { PayloadRequest, Where } from 'payload'
import { byId, findOne, insertOnce, swap } from '../store'
import { beginning, sealOf, type ChainedRow, type Tip, type Head, presentKey } from './chain'

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
export const moveHead = ({ from, ...move }: Move & { from: number }): Promise<boolean> =>
  moved(move, { value: { equals: from } })

/**
 * Moves the head from this row, or says that it does not stand there, sealed with the present key and carrying no
 * rows: one write compares what would else be read before.
 */
export const moveHeadBehind = ({ row, ...move }: Move & { row: Tip }): Promise<boolean> =>
  moved(move, { value: { equals: row.seq }, note: { equals: noteOf(row, []) } })

type Move = { req: PayloadRequest; to: Tip; rows: readonly ChainedRow[] }

async function moved({ req, to, rows }: Move, from: Where): Promise<boolean> {
  const data = { value: to.seq, note: noteOf(to, rows) }
  return (await swap({ req, collection, where: { ...byId(counter), ...from }, data })) !== null
}

const noteOf = (tip: Tip, rows: readonly ChainedRow[]): string =>
  JSON.stringify({ hash: tip.hash, seal: sealOf(tip, presentKey()), rows })

/** Anybody who can write to the database may have written it. */
function partsOf(note: string | null | undefined): Partial<StoredHead> {
  try {
    const { hash, seal, rows } = JSON.parse(note ?? '{}') as Partial<StoredHead>
    return { hash: String(hash ?? ''), seal: String(seal ?? ''), rows: rows ?? [] }
  } catch {
    return {}
  }
}
