import type { Where } from 'payload'
import { isVisibleTo } from '@/access/audience'
import { readRows } from '@/tables'
import { findLive, type LiveRow, type Reader } from './live'
import { readContact, type Contact } from './readContact'

/** What a reader with an old link is told of a text that was taken offline (下架). */
export type Withdrawn = {
  number: string
  sentence: string
  /** Number of the entry it was merged into, where this reader may read that. */
  successor: string | null
  /** Who answers for it. */
  unit: { id: string; name: string }
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
  if (!row?.isWithdrawn || row.trashedAt) return null
  const last = await lastOf(reader, { id: { equals: row.withdrawnFrom } })
  if (!last || !couldRead(reader, last)) return null
  const { withdrawnSentence: sentence } = row
  return {
    number: row.number,
    sentence: sentence ?? '',
    successor: await successorOf(reader, row, longestChain),
    unit: { id: last.unit, name: last.unitName },
  }
}

/** What a page says where an entry was; `sentence` is null of one that was deleted. */
export type Gone = {
  sentence: string | null
  successor: string | null
  unit: { id: string; name: string }
  contact: Contact | null
}

/** What was withdrawn or deleted, told only to whom could read it to the last; null where nothing is told. */
export async function readGone(reader: Reader, number: string): Promise<Gone | null> {
  const withdrawn = await readWithdrawn(reader, number)
  const gone = withdrawn ?? (await readDeleted(reader, number))
  if (!gone) return null
  return { sentence: null, ...gone, contact: await readContact(reader, gone.unit.id) }
}

async function readDeleted(reader: Reader, asked: string) {
  const number = asked.toUpperCase()
  const row = await registered(reader, 'number', number)
  // Purged, it is in no register any more.
  if (row && !row.trashedAt) return null
  const last = await lastOf(reader, { number: { equals: number } })
  if (!last || !couldRead(reader, last)) return null
  return { successor: null, unit: { id: last.unit, name: last.unitName } }
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

async function lastOf({ payload }: Reader, where: Where): Promise<LiveRow | undefined> {
  const [found] = await readRows(payload, {
    collection: 'publications',
    columns: ['unit', 'unitName', 'unitAbove', 'openToUnits', 'openToPublic', 'validFrom'],
    where,
    sort: '-from',
    limit: 1,
  })
  return found as LiveRow | undefined
}

function couldRead({ audience, now }: Reader, last: LiveRow): boolean {
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
