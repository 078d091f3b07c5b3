import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import type { AdminPage } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { recordTexts, type emptyRecords } from '@/i18n/records'
import type { RecordRow, RecordsOf } from '@/workflow/reviewing/readRecords'
import { dayOf, momentOf } from '../dates'

export type Words = { zh: string; en: string }

/** One of the values a column is narrowed to. */
type Option = { value: string; label: Words }

type Column = {
  name: string
  label: Words
  /** What a cell shows; the value as it is when left out. */
  of?: (row: RecordRow, language: Language) => ReactNode
}

export type RecordListOf = RecordsOf & {
  slug: keyof typeof emptyRecords
  page: AdminPage
  /** The column that opens the row. */
  title: Column
  columns: readonly Column[]
  /** What the search box says. */
  search: Words
  /** A column narrowed to one of its values. */
  filter?: { name: string; label: Words; options: readonly Option[] }
  /** What else is done with all of them, beside 新增. */
  actions?: (req: PayloadRequest) => ReactNode
  /** What stands above the rows. */
  note?: (language: Language) => string
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const dash = (value: unknown): string => text(value) || '—'
export const moment = (value: unknown): string => momentOf(text(value)) || '—'
export const by: Column = { name: 'byName', label: { zh: '最后修改人', en: 'Last changed by' } }
export const changed: Column = {
  name: 'updatedAt',
  label: { zh: '修改时间', en: 'Changed' },
  of: ({ updatedAt }) => moment(updatedAt),
}
export const entry: Column = {
  name: 'entryTitle',
  label: { zh: '内容', en: 'Entry' },
  of: ({ entryTitle, number }) => `${text(number)} ${text(entryTitle)}`.trim() || '—',
}
/** Of what the centre placed. */
export const because: readonly Column[] = [
  {
    name: 'until',
    label: { zh: '有效期', en: 'Until' },
    of: ({ until }, language) => untilIn(until, language),
  },
  { name: 'reason', label: { zh: '原因', en: 'Reason' }, of: ({ reason }) => dash(reason) },
  by,
  changed,
]
export const query: Column = { name: 'query', label: { zh: '查询', en: 'Query' } }
export const searchesQuery: Words = {
  zh: '查找查询、标题或编号',
  en: 'Search by query, title or number',
}

export const kindIn = (names: Record<string, Words>, value: unknown, language: Language): string =>
  names[text(value)]?.[language] ?? '—'

export function untilIn(until: unknown, language: Language): string {
  const texts = recordTexts[language]
  if (!until) return texts.always
  const isOver = Date.parse(text(until)) < Date.now()
  return fill(isOver ? texts.over : texts.untilDay, { day: dayOf(text(until)) })
}
