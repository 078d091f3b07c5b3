import type { Publication } from '@/payload-types'
import type { SearchDocument } from '../types'

/** What of a publication is read for the index. */
export const indexedColumns = [
  'entry',
  'library',
  'number',
  'title',
  'summary',
  'plain',
  'similarQuestions',
  'keywords',
  'unit',
  'unitAbove',
  'unitName',
  'categoryKey',
  'categoryName',
  'openToUnits',
  'openToPublic',
  'validFrom',
  'validUntil',
  'approvedAt',
  'changeSeq',
] as const satisfies readonly (keyof Publication)[]

export type IndexedRow = Pick<Publication, (typeof indexedColumns)[number]>

/** A live publication as the engines know it. */
export function toSearchDocument(row: IndexedRow): SearchDocument {
  return {
    id: row.entry,
    version: row.changeSeq,
    number: row.number,
    library: row.library,
    title: row.title,
    summary: row.summary ?? '',
    text: row.plain ?? '',
    similarQuestions: strings(row.similarQuestions),
    keywords: strings(row.keywords),
    unit: row.unit,
    unitAbove: row.unitAbove ?? null,
    unitName: row.unitName,
    category: row.categoryKey ?? '',
    categoryName: row.categoryName ?? '',
    openToUnits: row.openToUnits === true,
    openToPublic: row.openToPublic === true,
    validFrom: instant(row.validFrom),
    validUntil: instant(row.validUntil),
    approvedAt: Date.parse(row.approvedAt),
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function instant(date: string | null | undefined): number | null {
  return date ? Date.parse(date) : null
}
