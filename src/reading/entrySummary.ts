import type { LiveRow } from './live'

/** An entry as lists, hits and references show it. */
export type EntrySummary = {
  id: string
  number: string
  library: string
  /** Of a notice: announcement, letterStatistics, workBrief or news. */
  kind: string | null
  title: string
  summary: string
  unit: { id: string; name: string; above: string | null }
  category: { key: string; name: string } | null
  openToUnits: boolean
  openToPublic: boolean
  validUntil: string | null
  approvedAt: string
}

export const summaryColumns = [
  'entry',
  'number',
  'library',
  'kind',
  'title',
  'summary',
  'unit',
  'unitName',
  'unitAboveName',
  'categoryKey',
  'categoryName',
  'openToUnits',
  'openToPublic',
  'validUntil',
  'approvedAt',
] as const satisfies readonly (keyof LiveRow)[]

export type SummaryRow = Pick<LiveRow, (typeof summaryColumns)[number]>

export function entrySummary(row: SummaryRow): EntrySummary {
  return {
    id: row.entry,
    number: row.number,
    library: row.library,
    kind: row.kind ?? null,
    title: row.title,
    summary: row.summary,
    unit: { id: row.unit, name: row.unitName, above: row.unitAboveName ?? null },
    category: row.categoryKey ? { key: row.categoryKey, name: row.categoryName ?? '' } : null,
    openToUnits: row.openToUnits,
    openToPublic: row.openToPublic,
    validUntil: row.validUntil ?? null,
    approvedAt: row.approvedAt,
  }
}
