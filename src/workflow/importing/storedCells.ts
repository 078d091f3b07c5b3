import type { Payload, PayloadRequest } from 'payload'
import type { SheetRow } from '@/sheets/types'
import { putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { read } from './batch'

const collection = 'importCells'

/** So many characters of cells lie in one row of the database; MongoDB takes 16 MB. */
const mostTogether = 2_000_000

/** Puts rows of a sheet away; resolves to the number of the next part. */
export async function storeCells(
  req: PayloadRequest,
  given: { batch: string; seq: number; rows: readonly SheetRow[] },
): Promise<number> {
  const { batch, seq } = given
  const parts: SheetRow[][] = [[]]
  let together = 0
  for (const row of given.rows) {
    const length = row.cells.reduce((sum, cell) => sum + cell.length + 3, 20)
    if (together > 0 && together + length > mostTogether) {
      parts.push([])
      together = 0
    }
    parts.at(-1)?.push(row)
    together += length
  }
  for (const [at, rows] of parts.entries()) {
    const part = { id: `${batch}:${seq + at}`, batch, seq: seq + at, rows: JSON.stringify(rows) }
    await inTransaction(req, () => putRows({ req, collection, rows: [part] }))
  }
  return seq + parts.length
}

/** The rows of a sheet in their order, a part at a time. */
export async function* storedCells(payload: Payload, batch: string): AsyncGenerator<SheetRow[]> {
  for (let seq = 0; ; seq += 1) {
    const where = { id: { equals: `${batch}:${seq}` } }
    const [part] = await readRows(payload, { collection, where, columns: ['rows'], limit: 1 })
    if (!part) return
    yield read<SheetRow[]>(String(part.rows), [])
  }
}
