import type { Where } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'

/** Live texts that townships of this county marked for it (县级热点). */
export const markedFor = (county: string): Where => ({
  and: [{ forCounty: { equals: true } }, { unitAbove: { equals: county } }],
})

/** So many stand on a county's page; its 热点信息 lists them all. */
export const mostForCounty = 10

/** 县级热点: what a county's townships marked and the reader may see, the last approved first. Rejects as the database does. */
export async function countyHotspots(reader: Reader, county: string): Promise<EntrySummary[]> {
  const { rows } = await findLive(reader, {
    ...{ columns: summaryColumns, where: markedFor(county) },
    ...{ sort: '-approvedAt', limit: mostForCounty },
  })
  return rows.map(entrySummary)
}
