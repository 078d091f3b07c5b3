import { isVisibleTo } from '@/access/audience'
import { readRows } from '@/tables'
import { findLive, type LiveRow, type Reader } from './live'

/** What a reader with an old link is told of a text that was taken offline (下架). */
export type Withdrawn = {
  number: string
  sentence: string
  /** Number of the entry it was merged into, where this reader may read that. */
  successor: string | null
}

type Row = {
  number: string
  isWithdrawn: boolean | null
  withdrawnFrom: string | null
  withdrawnSentence: string | null
  successor: string | null
  trashedAt: string | null
}

const columns = [
  'number',
  'isWithdrawn',
  'withdrawnFrom',
  'withdrawnSentence',
  'successor',
  'trashedAt',
] as const satisfies readonly (keyof Row)[]

/** A merged entry may be merged again; nobody is sent in circles. */
const longestChain = 5

/** Told only to whom could read it before; null where there is nothing to tell. */
export async function readWithdrawn(reader: Reader, number: string): Promise<Withdrawn | null> {
  const row = await registered(reader, 'number', number.toUpperCase())
  if (!row?.isWithdrawn || row.trashedAt || !(await couldRead(reader, row))) return null
  const { withdrawnSentence: sentence } = row
  return {
    number: row.number,
    sentence: sentence ?? '',
    successor: await successorOf(reader, row, longestChain),
  }
}

async function successorOf(reader: Reader, row: Row, further: number): Promise<string | null> {
  if (!row.successor || further === 0) return null
  const { rows } = await findLive(reader, {
    columns: ['number'],
    where: { slot: { equals: row.successor } },
    limit: 1,
  })
  if (rows[0]) return rows[0].number
  const next = await registered(reader, 'id', row.successor)
  return next?.isWithdrawn ? successorOf(reader, next, further - 1) : null
}

async function couldRead({ payload, audience, now }: Reader, row: Row): Promise<boolean> {
  const [found] = await readRows(payload, {
    collection: 'publications',
    columns: ['unit', 'unitAbove', 'openToUnits', 'openToPublic', 'validFrom'],
    where: { id: { equals: row.withdrawnFrom } },
    limit: 1,
  })
  const last = found as LiveRow | undefined
  if (!last) return false
  const instant = (date: string | null | undefined) => (date ? Date.parse(date) : null)
  const { unit, unitAbove, openToUnits, openToPublic } = last
  const visible = { unit, unitAbove: unitAbove ?? null, openToUnits, openToPublic }
  const validFrom = instant(last.validFrom)
  // What has expired may be said to have expired.
  return isVisibleTo(audience, { ...visible, validFrom, validUntil: null }, now.getTime())
}

async function registered({ payload }: Reader, by: 'id' | 'number', value: string) {
  const [row] = await readRows(payload, {
    collection: 'register',
    columns,
    where: { [by]: { equals: value } },
    limit: 1,
  })
  return row as Row | undefined
}
