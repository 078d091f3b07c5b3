import { changesExamples } from './changesSchemas'
import { changesExample, contactExample, deskExamples, reliabilityExample } from './deskSchemas'
import { factsExamples } from './factsSchemas'
import { themeExamples } from './themeSchemas'
import { statisticsExamples } from './statisticsSchemas'

/** What a field of this name may hold, wherever it stands. */
export const exampleValues: Record<string, unknown> = {
  id: '3f0c7d5e-1f3b-4a55-9c0e-6d2a0f6f6a11',
  ids: '3f0c7d5e-1f3b-4a55-9c0e-6d2a0f6f6a11',
  number: 'ZS000123',
  title: '住房公积金怎样提取？',
  summary: '带身份证和公积金卡到市住房公积金管理中心窗口办理，当场办结。',
  html: '<p>带身份证和公积金卡到窗口办理。</p>',
  reason: '请补充办理依据。',
  sentence: '该政策已停止执行，请查阅新政策。',
  successor: 'ZS000456',
  word: '公积金',
  words: '公积金',
  advice: '请改用规范名称。',
  username: 'agent',
  password: '********',
  ...{ current: '********', next: '********' },
  token: 'eyJhbGciOiJIUzI1NiJ9…',
  exp: 1_772_420_000,
  unit: '0b6c2c1e-8f7f-4b1e-9d59-2a6e2b9c7d33',
  name: '市住房公积金管理中心',
  category: '9d2f7a44-55be-4c1f-8f0a-3f5f7a1d2c90',
  revision: 3,
  startedFrom: 3,
  decision: '5c9a3c11-7a52-4b7e-8c56-0a8a54c1a6a7',
  status: 200,
  code: 'wrongState',
  byName: '李主任',
  nearness: 0.72,
  count: 12,
  page: 1,
  search: 'c7f1b0de-6a51-4c1e-9a52-0f6f3b7f2a10',
  pageSize: 20,
  ...{ openToUnits: true, openToPublic: true },
}

const summary = {
  id: '3f0c7d5e-1f3b-4a55-9c0e-6d2a0f6f6a11',
  number: 'ZS000123',
  library: 'knowledge',
  kind: null,
  title: '住房公积金怎样提取？',
  summary: '带身份证和公积金卡到市住房公积金管理中心窗口办理，当场办结。',
  unit: {
    id: '0b6c2c1e-8f7f-4b1e-9d59-2a6e2b9c7d33',
    name: '市住房公积金管理中心',
    above: null,
  },
  category: { key: 'services', name: '公共服务' },
  openToUnits: true,
  openToPublic: true,
  validUntil: '2026-12-31T15:59:59.999Z',
  approvedAt: '2026-03-02T01:30:00.000Z',
}

const hit = {
  ...summary,
  highlights: {
    title: [[2, 5]],
    text: [{ passage: '带身份证和公积金卡到窗口办理。', ranges: [[5, 8]] }],
  },
}

const view = {
  id: '8a1f0f7e-52c3-4f6f-9f0a-2f4f1f0b6c11',
  entry: { number: 'ZS000123', title: '住房公积金怎样提取？' },
  reader: { id: '1d2c3b4a-0000-4000-8000-000000000001', name: '周雨禾' },
  channel: 'desk',
  query: '公积金怎么提取',
  isRepeat: false,
  at: '2026-11-29T02:03:04.000Z',
}

/** The answer on record that openings and uses name. */
const search = 'c7f1b0de-6a51-4c1e-9a52-0f6f3b7f2a10'

const searchRow = {
  id: search,
  query: '公积金怎么提取',
  reader: view.reader,
  channel: 'desk',
  filters: { category: 'services' },
  list: null,
  page: 1,
  shown: ['ZS000123', 'ZS000131'],
  found: 2,
  outcome: 'opened',
  at: '2026-11-29T02:03:01.000Z',
}

const unit = {
  id: summary.unit.id,
  kind: 'department',
  form: null,
  name: summary.unit.name,
  isCentre: false,
  count: 12,
  hotspots: null,
  categories: [
    { id: '9d2f7a44-55be-4c1f-8f0a-3f5f7a1d2c90', key: 'services', name: '公共服务', count: 12 },
  ],
  units: [],
}

const facets = {
  library: [{ key: 'knowledge', count: 12 }],
  unit: [{ id: summary.unit.id, name: summary.unit.name, count: 9 }],
  category: [{ key: 'services', name: '公共服务', count: 12 }],
  theme: [{ key: 'housing', name: '住房', count: 11 }],
  freshness: [
    { days: 7, count: 1 },
    { days: 30, count: 2 },
    { days: 90, count: 5 },
    { days: 365, count: 12 },
  ],
}

const alert = {
  id: 'Jv0a4bYt9m1kqL',
  kind: 'entry',
  subject: summary.id,
  number: 'ZS000123',
  title: '住房公积金怎样提取？',
  count: 64,
  usual: 12.4,
  unit: { id: summary.unit.id, name: summary.unit.name },
  at: '2026-11-29T02:05:00.000Z',
}

/** Answers as call-centre software gets them, by the name of their schema. */
export const readingExamples: Record<string, unknown> = {
  ...statisticsExamples,
  ...factsExamples,
  ...themeExamples,
  ...changesExamples,
  ...deskExamples,
  EntrySummary: summary,
  Entry: {
    ...summary,
    revision: 3,
    html: '<p>带身份证和公积金卡到窗口办理。</p>',
    spoken: [
      '问：住房公积金怎样提取？',
      '答：带身份证和公积金卡到市住房公积金管理中心窗口办理，当场办结。',
      '责任单位：市住房公积金管理中心，咨询电话：0550 301 2345。',
      '本答复有效至2026年12月31日。',
    ].join('\n'),
    similarQuestions: ['公积金怎么取出来'],
    ...{ basis: '《住房公积金管理条例》第二十四条', themes: [{ key: 'housing', name: '住房' }] },
    ...{ basedOn: null, validFrom: null, confirmedAt: null },
    ...{ awaitsReview: false, isUnreliable: false },
    reliability: reliabilityExample,
    contact: contactExample,
    attachments: [
      {
        name: '提取申请表.docx',
        size: 18_432,
        mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        url: '/files/0f3c…/提取申请表.docx',
      },
    ],
    related: [],
  },
  Phrases: {
    phrases: [
      {
        ...{ id: 'preset-searching', situation: 'searching', words: [] },
        text: '请您稍等，我正在为您查询。',
      },
      {
        ...{ id: 'preset-fire', situation: 'emergency', words: ['着火', '起火', '冒浓烟'] },
        text: '请您立即离开危险的地方，到安全处拨打119，讲清详细地址和有没有人被困。',
      },
    ],
  },
  EntryPage: { entries: [summary], total: 1, page: 1, pageSize: 20, search },
  SearchHit: hit,
  SearchAnswer: {
    hits: [hit],
    total: 12,
    search,
    next: 'WzIsbnVsbF0.tq0m…',
    facets,
    corrected: [{ typed: '公机金', used: '公积金' }],
    dropped: [],
    ...{ sure: false, read: 7 },
    tookMs: 6,
    degraded: false,
  },
  Facets: facets,
  SuggestAnswer: {
    suggestions: [
      { text: '住房公积金怎样提取？', kind: 'title', number: 'ZS000123' },
      { text: '公积金怎么取出来', kind: 'question', number: 'ZS000123' },
      { text: '公积金贷款', kind: 'query' },
    ],
    degraded: false,
  },
  Related: { entries: [summary], search },
  TreeUnit: unit,
  Tree: { units: [unit] },
  View: view,
  Search: searchRow,
  SearchesPage: { searches: [searchRow], from: '2026-10-31', total: 1, page: 1, pageSize: 50 },
  Alert: alert,
  AlertPage: { alerts: [alert], from: '2026-10-31', total: 1, page: 1, pageSize: 50 },
  Hotspots: {
    hotspots: [
      {
        ...summary,
        figures: { uses: 132, readers: 310, usesBefore: 91, readersBefore: 240 },
        isPinned: false,
        why: '本周 132 次使用，较上周 +45 %',
      },
    ],
    search,
  },
  UpdatePage: {
    since: '2026-11-28T16:00:00.000Z',
    lastLook: null,
    updates: [
      {
        kind: 'changed',
        at: '2026-11-29T01:20:00.000Z',
        entry: summary,
        changes: changesExample,
        sentence: null,
        successor: null,
      },
    ],
    ...{ total: 1, page: 1, pageSize: 20, search },
  },
  Opinion: { number: 'ZS000123', helpful: false, reason: 'outdated' },
  Use: { id: 'o1xZ3n0v', number: 'ZS000123', search, at: '2026-11-29T02:04:10.000Z' },
  ViewPage: { views: [view], from: '2026-10-31', total: 1, page: 1, pageSize: 50 },
}
