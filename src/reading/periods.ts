import { isVisibleTo } from '@/access/audience'
import { readRows } from '@/tables'
import type { Reader } from './live'

export const touchedColumns = [
  ...(['id', 'entry', 'number', 'hash', 'revision', 'isLive', 'from', 'until'] as const),
  ...(['unit', 'unitAbove', 'categoryKey'] as const),
  ...(['openToUnits', 'openToPublic', 'validFrom', 'validUntil'] as const),
] as const

/** A period in which an entry looked the same. */
export type Touched = {
  id: string
  entry: string
  number: string
  hash: string | null
  revision: number
  isLive: boolean
  from: string
  until: string | null
  unit: string
  unitAbove: string | null
  categoryKey: string | null
  openToUnits: boolean
  openToPublic: boolean
  validFrom: string | null
  validUntil: string | null
}

/** The periods of an entry that led to what this reader sees now, as `lastingOf` has it. Rejects as the database does. */
export async function lastingOfEntry(reader: Reader, entry: string): Promise<Touched[]> {
  const rows = (await readRows(reader.payload, {
    collection: 'publications',
    columns: touchedColumns,
    where: { entry: { equals: entry } },
    sort: 'from',
    limit: 0,
  })) as Touched[]
  return lastingOf(
    reader,
    rows.filter((row) => isSeenBy(reader, row)),
  )
}

/**
 * Of an entry's periods those up to now in which this reader saw it without a break, so that what was withdrawn between
 * is not told again as what changed; none where they do not see it now.
 */
export function lastingOf(reader: Reader, seen: readonly Touched[]): Touched[] {
  const now = reader.now.toISOString()
  const live = seen.find((row) => row.isLive && begin(row) <= now && end(row) > now)
  const lasting = live ? [live] : []
  for (let first = live; first;) {
    const { from } = first
    const before = begin(first) === from ? seen.find((row) => row.until === from) : undefined
    first = before && end(before) === before.until ? before : undefined
    if (first) lasting.unshift(first)
  }
  return lasting
}

/** Is it theirs to see, whenever it is? */
export const isSeenBy = ({ audience, now }: Reader, row: Touched): boolean =>
  begin(row) < end(row) &&
  isVisibleTo(audience, { ...row, validFrom: null, validUntil: null }, now.getTime())

/** From when until when readers see it, as ISO 8601: it is shown, and it is valid. */
export const begin = ({ from, validFrom }: Touched): string =>
  validFrom !== null && validFrom > from ? validFrom : from
export const end = ({ until, validUntil }: Touched): string =>
  [until, validUntil].reduce<string>(
    (first, one) => (one !== null && one < first ? one : first),
    '9',
  )
