import type { Where } from 'payload'
import { readRows } from '@/tables'
import { findLive, type Reader } from './live'
import { isSeenBy, touchedColumns, type Touched } from './periods'
import { readContact, type Contact } from './readContact'

/** What a reader with an old link is told of a text that was taken offline (下架). */
export type Withdrawn = {
  number: string
  sentence: string
  /** Number of the entry it was merged into, where this reader may read that. */
  successor: string | null
}

type Row = {
  number: string
  unit: string
  isWithdrawn: boolean | null
  withdrawnFrom: string | null
  withdrawnSentence: string | null
  successor: string | null
  trashedAt: string | null
}

const columns = [
  'number',
  'unit',
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
  if (!row?.isWithdrawn || row.trashedAt) return null
  const last = await lastOf(reader, { id: { equals: row.withdrawnFrom } })
  if (!last || !isSeenBy(reader, last)) return null
  return {
    number: row.number,
    sentence: row.withdrawnSentence ?? '',
    successor: await successorOf(reader, row, longestChain),
  }
}

/** What a page says where an entry was; `sentence` is null of one that was deleted. */
export type Gone = {
  sentence: string | null
  successor: string | null
  /** Who answers for it; without an id it is in the tree no more. */
  unit: { id: string | null; name: string }
  contact: Contact | null
}

/** What was withdrawn or deleted, told only to whom could read it to the last; null where nothing is told. */
export async function readGone(reader: Reader, asked: string): Promise<Gone | null> {
  const number = asked.toUpperCase()
  const row = await registered(reader, 'number', number)
  // Purged, it is in no register any more.
  const isDeleted = !row || row.trashedAt !== null
  if (!isDeleted && !row.isWithdrawn) return null
  const where: Where = isDeleted
    ? { number: { equals: number } }
    : { id: { equals: row.withdrawnFrom } }
  const last = await lastOf(reader, where)
  if (!last || !isSeenBy(reader, last)) return null
  const id = row?.unit ?? last.unit
  const [successor, name, contact] = await Promise.all([
    row ? successorOf(reader, row, longestChain) : null,
    nameOf(reader, id),
    readContact(reader, id),
  ])
  return {
    sentence: isDeleted ? null : (row.withdrawnSentence ?? ''),
    successor,
    unit: name === null ? { id: null, name: last.unitName } : { id, name },
    contact,
  }
}

/** As the tree has it, where it was merged or renamed since too; null of a unit that is gone. */
async function nameOf({ payload }: Reader, unit: string): Promise<string | null> {
  const [node] = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['name'], where: { id: { equals: unit } }, limit: 1 },
  })
  return node ? String(node.name) : null
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

async function lastOf({ payload }: Reader, where: Where) {
  const [found] = await readRows(payload, {
    ...{ collection: 'publications', columns: [...touchedColumns, 'unitName'], where },
    ...{ sort: '-from', limit: 1 },
  })
  return found as (Touched & { unitName: string }) | undefined
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
