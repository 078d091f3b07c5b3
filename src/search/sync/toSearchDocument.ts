import { keysIn } from '@/access/themes'
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
  'basis',
  'attachments',
  'topic',
  'contact',
  'unit',
  'unitAbove',
  'unitName',
  'categoryKey',
  'categoryName',
  'themes',
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
    basis: row.basis ?? '',
    attachments: filesOf(row.attachments),
    contact: contactOf(row),
    unit: row.unit,
    unitAbove: row.unitAbove ?? null,
    unitName: row.unitName,
    category: row.categoryKey ?? '',
    categoryName: row.categoryName ?? '',
    themes: keysIn(row.themes),
    openToUnits: row.openToUnits === true,
    openToPublic: row.openToPublic === true,
    validFrom: instant(row.validFrom),
    validUntil: instant(row.validUntil),
    approvedAt: Date.parse(row.approvedAt),
  }
}

/** Names of the files readers are offered; an image of the text is shown in its place. */
function filesOf(value: unknown): string[] {
  const files: { name?: string; isInline?: boolean }[] = Array.isArray(value) ? value : []
  return files.flatMap(({ name, isInline }) => (name && !isInline ? [name] : []))
}

/** Topics whose entries say where a unit is and how it is reached: of others nobody is shown this. */
const reached = ['office', 'contact']

function contactOf({ topic, contact }: Pick<IndexedRow, 'topic' | 'contact'>): string {
  if (!reached.includes(topic ?? '')) return ''
  const { phone, address, hours } = (contact ?? {}) as Record<string, string | null>
  return [phone, address, hours].filter(Boolean).join('\n')
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function instant(date: string | null | undefined): number | null {
  return date ? Date.parse(date) : null
}
