import type { Payload, Where } from 'payload'
import { countGroups, readRows } from '@/tables'

/** What was read and used of an entry within some days. */
export type ReadEntry = {
  id: string
  library: string
  number: string
  title: string
  reads: number
  readers: number
  uses: number
}

/** Days as `2026-11-30`, both with their whole length; without an end, to now. */
export type Days = { from: string; to?: string }

/** Conditions over rows with a `day`. */
export const onDays = ({ from, to }: Days): Where => ({
  and: [
    { day: { greater_than_equal: from } },
    ...(to === undefined ? [] : [{ day: { less_than_equal: to } }]),
  ],
})

type Asked = {
  days: Days
  /** Only entries of which this holds in the register. */
  ofEntries?: Where
  most: number
  /** Leaves out what is not wanted, before they are so many. */
  isWanted?: (id: string) => boolean
}

/** What was read most, the most read first; of those read as often, always the same first. */
export async function readsOf(payload: Payload, asked: Asked): Promise<ReadEntry[]> {
  const { days, ofEntries, most, isWanted = () => true } = asked
  const groups = await countGroups(payload, {
    ...{ collection: 'dayCounts', where: onDays(days), by: ['entry'] },
    ...(ofEntries ? { ofEntries } : {}),
    sums: ['reads', 'readers', 'uses'],
  })
  const first = groups
    .map(({ entry, reads, readers, uses }) => ({
      ...{ id: String(entry), reads: Number(reads) },
      ...{ readers: Number(readers), uses: Number(uses) },
    }))
    .filter(({ id, reads }) => reads > 0 && isWanted(id))
    .sort((one, other) => other.reads - one.reads || (one.id < other.id ? -1 : 1))
    .slice(0, most)
  const rows = await readRows(payload, {
    collection: 'register',
    columns: ['id', 'library', 'number', 'title'],
    where: { id: { in: first.map(({ id }) => id) } },
    limit: 0,
  })
  const known = new Map(rows.map((row) => [row.id, row]))
  return first.flatMap(({ id, reads, readers, uses }) => {
    const row = known.get(id)
    return row ? [{ ...row, reads, readers, uses } as ReadEntry] : []
  })
}
