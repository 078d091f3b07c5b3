import { situations } from '@/access/phrases'
import { documentStates } from '@/access/tasks'
import { mailStates } from '@/access/telling'
import { env } from '@/env'
import { documentStateNames } from '@/i18n/documents'
import { mailNotices, mailStateNames } from '@/i18n/ownAccount'
import { situationNames } from '@/i18n/phrases'
import { recordTexts } from '@/i18n/records'
import { themeTexts } from '@/i18n/themes'
import { PhraseReset } from '../phrases/PhraseReset'
import { by, changed, dash, kindIn, moment, text, type RecordListOf, type Words } from './columns'
import { searchLists } from './searchLists'

/** The lists that are no library: which columns they show, in whose words, and what narrows them. */
export const recordLists: readonly RecordListOf[] = [
  ...searchLists,
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
    ...{ slug: 'keptThemes', page: 'themes', sort: 'order' },
    title: { name: 'title', label: { zh: '名称', en: 'Name' } },
    columns: [
      { name: 'order', label: { zh: '顺序', en: 'Place' } },
      {
        name: 'isOff',
        label: { zh: '状态', en: 'State' },
        of: ({ isOff }, language) => themeTexts[language][isOff ? 'off' : 'on'],
      },
      by,
      changed,
    ],
    searched: ['title'],
    search: { zh: '查找主题', en: 'Search by name' },
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
      {
        ...{ name: 'mayTell', label: { zh: '上报', en: 'Tells' } },
        of: ({ mayTell }, language) => recordTexts[language][mayTell ? 'yes' : 'no'],
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
