import type { Where, Payload } from 'payload'
import { audienceOf } from '@/access/audience'
import { filedIn } from '@/access/listFilter'
import { asNamed } from '@/access/themes'
import { markedFor } from './countyHotspots'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'
import type { Doubted } from './reliability'
import { themeAsked } from './themes'

export const pageSize = 20

export type EntryFilters = {
  library?: string
  /** A unit's node id; includes the units below it. */
  unit?: string
  /** A standard category's key. */
  category?: string
  /** A theme's key; of one that is not in use nothing is found. */
  theme?: string
  /** Approved within so many days. */
  freshness?: number
}

type Listed = EntryFilters & {
  /** Leave out what units say of themselves, so that answers to questions stand in front. */
  isWithoutDetails?: boolean
  /** Of the notices: one of their kinds. */
  kind?: string
  page?: number
}

export type EntryPage = {
  entries: Doubted<EntrySummary>[]
  total: number
  page: number
  pageSize: number
}

/** What the audience may read, the last approved first. */
export async function listEntries(
  reader: Reader,
  { page = 1, ...filters }: Listed,
): Promise<EntryPage> {
  const { rows, total } = await findLive(reader, {
    columns: summaryColumns,
    where: await matchingIn(reader, filters),
    sort: '-approvedAt',
    limit: pageSize,
    page,
  })
  return { entries: rows.map(entrySummary), total, page, pageSize }
}

/** What the filters mean: 热点信息 of a county is that of its bodies and what its townships marked for it. */
export async function matchingIn(
  { payload, now }: Pick<Reader, 'payload' | 'now'>,
  filters: Listed,
): Promise<Where | undefined> {
  const asked = { ...filters, theme: await themeAsked(payload, filters.theme) }
  const { unit, category, ...others } = asked
  const where = matching(asked, now)
  if (category !== 'hotspots' || !unit || !where) return where
  const alike = matching(others, now)
  return { or: [where, { and: [await markedFor(payload, unit), ...(alike ? [alike] : [])] }] }
}

/** The instant (milliseconds) from which on a text is fresh enough; none where all are. */
export const approvedSince = ({ freshness }: EntryFilters, now: Date): number | undefined =>
  freshness === undefined ? undefined : now.getTime() - freshness * 86_400_000

function matching(listed: Listed, now: Date): Where | undefined {
  const { library, kind, unit, category, theme, isWithoutDetails } = listed
  const since = approvedSince(listed, now)
  const conditions: Where[] = []
  if (library) conditions.push({ library: { equals: library } })
  if (kind) conditions.push({ kind: { equals: kind } })
  if (unit) conditions.push(filedIn(unit))
  if (category) conditions.push({ categoryKey: { equals: category } })
  if (theme !== undefined) conditions.push({ themes: { contains: asNamed(theme) } })
  if (since !== undefined) {
    conditions.push({ approvedAt: { greater_than_equal: new Date(since).toISOString() } })
  }
  if (isWithoutDetails) conditions.push({ categoryKey: { not_equals: 'details' } })
  return conditions.length > 0 ? { and: conditions } : undefined
}

/** As many as one sitemap may name. */
export const mostAddresses = 50_000

/** Where citizens find each text that is open to them now. */
export async function listAddresses(payload: Payload, page: number) {
  const reader = { payload, audience: audienceOf(null), now: new Date() }
  const { rows, total } = await findLive(reader, {
    columns: ['number', 'approvedAt'],
    sort: 'number',
    limit: mostAddresses,
    page,
  })
  return { addresses: rows, total }
}
