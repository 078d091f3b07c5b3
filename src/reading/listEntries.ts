import type { Where } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive } from './live'
import type { Reader } from './reader'

export const pageSize = 20

export type EntryFilters = {
  library?: string
  /** A unit's node id; includes the units below it. */
  unit?: string
  /** A standard category's key. */
  category?: string
}

type Listed = EntryFilters & {
  /** Leave out what units say of themselves, so that answers to questions stand in front. */
  isWithoutDetails?: boolean
  page?: number
}

export type EntryPage = { entries: EntrySummary[]; total: number; page: number; pageSize: number }

/** What the audience may read, the last approved first. */
export async function listEntries(
  reader: Reader,
  { page = 1, ...filters }: Listed,
): Promise<EntryPage> {
  const { rows, total } = await findLive(reader, {
    columns: summaryColumns,
    where: matching(filters),
    sort: '-approvedAt',
    limit: pageSize,
    page,
  })
  return { entries: rows.map(entrySummary), total, page, pageSize }
}

export function matching({ library, unit, category, isWithoutDetails }: Listed): Where | undefined {
  const conditions: Where[] = []
  if (library) conditions.push({ library: { equals: library } })
  if (unit) conditions.push({ or: [{ unit: { equals: unit } }, { unitAbove: { equals: unit } }] })
  if (category) conditions.push({ categoryKey: { equals: category } })
  if (isWithoutDetails) conditions.push({ categoryKey: { not_equals: 'details' } })
  return conditions.length > 0 ? { and: conditions } : undefined
}
