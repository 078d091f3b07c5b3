import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { situations } from '@/access/phrases'
import { hotspotPlacementKinds, placementKinds, termKinds } from '@/access/searching'
import { documentStates } from '@/access/tasks'
import { mailStates } from '@/access/telling'
import { env } from '@/env'
import type { AdminPage } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import { documentStateNames } from '@/i18n/documents'
import type { Language } from '@/i18n/language'
import { mailNotices, mailStateNames } from '@/i18n/ownAccount'
import { situationNames } from '@/i18n/phrases'
import { hotspotPlacementNames, recordTexts, type emptyRecords, searchTexts } from '@/i18n/records'
import type { RecordRow, RecordsOf } from '@/workflow/reviewing/readRecords'
import { dayOf, momentOf } from '../dates'
import { PhraseReset } from '../phrases/PhraseReset'

type Words = { zh: string; en: string }

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

const { kinds, placements } = searchTexts
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const dash = (value: unknown): string => text(value) || '—'
const moment = (value: unknown): string => momentOf(text(value)) || '—'
const by: Column = { name: 'byName', label: { zh: '最后修改人', en: 'Last changed by' } }
const changed: Column = {
  name: 'updatedAt',
  label: { zh: '修改时间', en: 'Changed' },
  of: ({ updatedAt }) => moment(updatedAt),
}
const entry: Column = {
  name: 'entryTitle',
  label: { zh: '内容', en: 'Entry' },
  of: ({ entryTitle, number }) => `${text(number)} ${text(entryTitle)}`.trim() || '—',
}
/** Of what the centre placed. */
const because: readonly Column[] = [
  {
    name: 'until',
    label: { zh: '有效期', en: 'Until' },
    of: ({ until }, language) => untilIn(until, language),
  },
  { name: 'reason', label: { zh: '原因', en: 'Reason' }, of: ({ reason }) => dash(reason) },
  by,
  changed,
]
const query: Column = { name: 'query', label: { zh: '查询', en: 'Query' } }
const searchesQuery: Words = { zh: '查找查询、标题或编号', en: 'Search by query, title or number' }

/** The lists that are no library: which columns they show, in whose words, and what narrows them. */
export const recordLists: readonly RecordListOf[] = [
  {
    ...{ slug: 'terms', page: 'terms', sort: '-updatedAt' },
    title: { name: 'title', label: { zh: '词语', en: 'Words' } },
    columns: [
      {
        name: 'kind',
        label: { zh: '类型', en: 'Kind' },
        of: ({ kind }, language) => kindIn(kinds, kind, language),
      },
      { name: 'note', label: { zh: '备注', en: 'Note' }, of: ({ note }) => dash(note) },
      by,
      changed,
    ],
    searched: ['title', 'note'],
    search: { zh: '查找词语或备注', en: 'Search by word or note' },
    filter: {
      ...{ name: 'kind', label: { zh: '类型', en: 'Kind' } },
      options: termKinds.map((value) => ({ value, label: kinds[value] })),
    },
  },
  {
    ...{ slug: 'placements', page: 'placements', sort: '-updatedAt' },
    title: query,
    columns: [
      {
        name: 'kind',
        label: { zh: '方式', en: 'What' },
        of: ({ kind }, language) => kindIn(placements, kind, language),
      },
      entry,
      ...because,
    ],
    searched: ['query', 'entryTitle', 'number', 'reason'],
    search: searchesQuery,
    filter: {
      ...{ name: 'kind', label: { zh: '方式', en: 'What' } },
      options: placementKinds.map((value) => ({ value, label: placements[value] })),
    },
  },
  {
    ...{ slug: 'hotspotPlacements', page: 'hotspotPlacements', sort: '-updatedAt' },
    title: entry,
    columns: [
      {
        name: 'kind',
        label: { zh: '方式', en: 'What' },
        of: ({ kind }, language) => kindIn(hotspotPlacementNames, kind, language),
      },
      ...because,
    ],
    searched: ['entryTitle', 'number', 'reason'],
    search: { zh: '查找标题、编号或原因', en: 'Search by title, number or reason' },
    filter: {
      ...{ name: 'kind', label: { zh: '方式', en: 'What' } },
      options: hotspotPlacementKinds.map((value) => ({
        value,
        label: hotspotPlacementNames[value],
      })),
    },
  },
  {
    ...{ slug: 'fixedPhrases', page: 'phrases', sort: 'rank' },
    title: { name: 'text', label: { zh: '用语', en: 'Text' } },
    columns: [
      {
        name: 'situation',
        label: { zh: '什么时候说', en: 'When it is said' },
        of: ({ situation }, language) => kindIn(situationNames, situation, language),
      },
      {
        name: 'words',
        label: { zh: '出现这些词时显示', en: 'Shown at these words' },
        of: ({ words }) => (Array.isArray(words) ? words.join('、') : '') || '—',
      },
      { name: 'order', label: { zh: '顺序', en: 'Place' } },
      by,
      changed,
    ],
    searched: ['text'],
    search: { zh: '查找用语', en: 'Search by text' },
    filter: {
      ...{ name: 'situation', label: { zh: '情形', en: 'situations' } },
      options: situations.map((value) => ({ value, label: situationNames[value] })),
    },
    actions: (req) => <PhraseReset req={req} />,
  },
  {
    ...{ slug: 'holidays', page: 'holidays', sort: '-year' },
    title: { name: 'title', label: { zh: '年份', en: 'Year' } },
    columns: [
      { name: 'document', label: { zh: '文号', en: 'Document' }, of: (row) => dash(row.document) },
      { name: 'told', label: { zh: '安排', en: 'Days' }, of: ({ told }) => dash(told) },
      by,
      changed,
    ],
    searched: ['title', 'document'],
    search: { zh: '查找年份或文号', en: 'Search by year or document' },
  },
  {
    ...{ slug: 'documents', page: 'documents', sort: '-updatedAt' },
    title: { name: 'number', label: { zh: '文号', en: 'Number' } },
    columns: [
      { name: 'title', label: { zh: '文件名称', en: 'Title' } },
      { name: 'issuer', label: { zh: '发文机关', en: 'Issuer' }, of: (row) => dash(row.issuer) },
      {
        name: 'state',
        label: { zh: '状态', en: 'State' },
        of: ({ state }, language) => kindIn(documentStateNames, state, language),
      },
      by,
      changed,
    ],
    searched: ['number', 'title', 'issuer'],
    search: { zh: '查找文号、名称或机关', en: 'Search by number, title or issuer' },
    filter: {
      ...{ name: 'state', label: { zh: '状态', en: 'State' } },
      options: documentStates.map((value) => ({ value, label: documentStateNames[value] })),
    },
  },
  {
    ...{ slug: 'judgements', page: 'judgements', sort: '-updatedAt' },
    title: query,
    columns: [entry, by, changed],
    searched: ['query', 'entryTitle', 'number'],
    search: searchesQuery,
  },
  {
    ...{ slug: 'systems', page: 'systems', sort: 'name' },
    title: { name: 'name', label: { zh: '名称', en: 'Name' } },
    columns: [
      {
        name: 'audience',
        label: { zh: '可见范围', en: 'Sees' },
        of: ({ audience }, language) => kindIn(audiences, audience, language),
      },
      {
        name: 'unit',
        label: { zh: '责任单位', en: 'Unit' },
        of: ({ unit, names }) => names.get(text(unit)) ?? '—',
      },
      { name: 'responsible', label: { zh: '责任人', en: 'Responsible person' } },
      {
        ...{ name: 'mayDeliverCases', label: { zh: '典型案件', en: 'Cases' } },
        of: ({ mayDeliverCases }, language) =>
          recordTexts[language][mayDeliverCases ? 'yes' : 'no'],
      },
    ],
    searched: ['name', 'responsible'],
    search: { zh: '查找名称或责任人', en: 'Search by name or person' },
    nodes: ['unit'],
  },
  {
    ...{ slug: 'mails', page: 'mails', sort: '-at' },
    title: { name: 'subject', label: { zh: '主题', en: 'Subject' } },
    columns: [
      { name: 'username', label: { zh: '账号', en: 'Account' } },
      {
        name: 'state',
        label: { zh: '状态', en: 'State' },
        of: ({ state }, language) => kindIn(mailStateNames, state, language),
      },
      { name: 'at', label: { zh: '生成时间', en: 'Made' }, of: ({ at }) => moment(at) },
      { name: 'sentAt', label: { zh: '发出时间', en: 'Sent' }, of: ({ sentAt }) => moment(sentAt) },
      {
        name: 'error',
        label: { zh: '最近一次失败', en: 'Last failure' },
        of: ({ error }) => dash(error),
      },
    ],
    searched: ['username', 'subject'],
    search: { zh: '查找账号或主题', en: 'Search by account or subject' },
    filter: {
      ...{ name: 'state', label: { zh: '状态', en: 'State' } },
      options: mailStates.map((value) => ({ value, label: mailStateNames[value] })),
    },
    note: (language) => (env.smtpUrl ? mailNotices[language].smtp : mailNotices[language].noSmtp),
  },
]

const audiences: Record<string, Words> = {
  agent: { zh: '话务员所见', en: 'What an agent sees' },
  public: { zh: '市民所见', en: 'What citizens see' },
}

const kindIn = (names: Record<string, Words>, value: unknown, language: Language): string =>
  names[text(value)]?.[language] ?? '—'

function untilIn(until: unknown, language: Language): string {
  const texts = recordTexts[language]
  if (!until) return texts.always
  const isOver = Date.parse(text(until)) < Date.now()
  return fill(isOver ? texts.over : texts.untilDay, { day: dayOf(text(until)) })
}
