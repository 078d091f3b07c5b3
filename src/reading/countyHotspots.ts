import type { Payload, Where } from 'payload'
import { readRows } from '@/tables'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'

/**
 * Live texts that townships of this county marked for it (县级热点). What went to a body that is none keeps the mark in its
 * row, which was approved so, and it counts for nothing.
 */
export async function markedFor(payload: Payload, county: string): Promise<Where> {
  const rows = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['id'], limit: 0 },
    where: { and: [{ kind: { equals: 'township' } }, { parent: { equals: county } }] },
  })
  return { and: [{ forCounty: { equals: true } }, { unit: { in: rows.map(({ id }) => id) } }] }
}

/** What of these counts as 热点信息 of this unit beside that category, for an engine that knows no marks; as the reader sees it. */
export async function markedBeside(
  reader: Reader,
  { unit }: { unit?: string },
): Promise<{ category: string; ids: string[] } | undefined> {
  if (!unit) return undefined
  const where = await markedFor(reader.payload, unit)
  const { rows } = await findLive(reader, { columns: ['entry'], where, limit: 0 })
  return { category: 'hotspots', ids: rows.map(({ entry }) => entry) }
}

/** So many stand on a county's page; its 热点信息 lists them all. */
export const mostForCounty = 10

/** 县级热点: what a county's townships marked and the reader may see, the last approved first. Rejects as the database does. */
export async function countyHotspots(reader: Reader, county: string): Promise<EntrySummary[]> {
  const { rows } = await findLive(reader, {
    ...{ columns: summaryColumns, where: await markedFor(reader.payload, county) },
    ...{ sort: '-approvedAt', limit: mostForCounty },
  })
  return rows.map(entrySummary)
}
