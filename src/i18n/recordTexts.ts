import type { Language } from './language'

type Words = { zh: string; en: string }

const zh = {
  filter: '筛选',
  clear: '清除筛选',
  add: '新增',
  total: '共 {n} 条',
  noneOfThese: '没有符合筛选条件的记录。可以换个说法查找，或清除筛选。',
  everything: '全部',
  always: '一直有效',
  over: '{day} 已到期',
  untilDay: '至 {day}',
  yes: '可报送',
  no: '不报送',
}

const en: typeof zh = {
  filter: 'Filter',
  clear: 'Clear',
  add: 'New',
  total: '{n} in all',
  noneOfThese: 'Nothing is like that. Search for other words, or clear the filters.',
  everything: 'All',
  always: 'for good',
  over: 'over since {day}',
  untilDay: 'until {day}',
  yes: 'yes',
  no: 'no',
}

/** What lists of records say: search words, placements, judged queries, keys, mails. */
export const recordTexts: Record<Language, typeof zh> = { zh, en }

/** Where such a list has no rows: what belongs there. */
export const emptyRecords = {
  terms: {
    zh: '还没有同义词或专用词。点“新增”写下几个说法，保存后立即生效。',
    en: 'No words yet. Write some down with “New”; they hold with the next query.',
  },
  placements: {
    zh: '还没有检索干预。某句查询的结果不理想时，点“新增”把合适的内容置顶，或屏蔽不合适的。',
    en: 'No placements yet. Where a query finds the wrong thing, pin the right one with “New”.',
  },
  judgements: {
    zh: '还没有评判问题。点“新增”写下来电人的一句问话和正确的内容；改动检索前后拿它们对照。',
    en: 'No judged queries yet. With “New” write down what callers ask and what answers it.',
  },
  systems: {
    zh: '还没有接口密钥。呼叫中心等系统要查询知识库时，点“新增”为它建一个密钥。',
    en: 'No keys yet. Make one with “New” for each system that is to ask this knowledge base.',
  },
  mails: {
    zh: '还没有通知邮件。有人填写了邮箱并有未读消息时，摘要邮件会列在这里。',
    en: 'No mails yet. Digests to people who gave an address and have unread messages come here.',
  },
} as const satisfies Record<string, Words>
