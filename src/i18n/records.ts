import type { Language } from './language'

type Words = { zh: string; en: string }

const recordZh = {
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

const recordEn: typeof recordZh = {
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
export const recordTexts: Record<Language, typeof recordZh> = { zh: recordZh, en: recordEn }

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
  hotspotPlacements: {
    zh: '还没有热点干预。要把一条内容放在热点最前，或不让它出现在热点里，点“新增”写明原因。',
    en: 'No placed hotspots yet. Pin an entry, or leave one out, with “New” and the reason.',
  },
  keptThemes: {
    zh: '还没有主题。点“新增”写下一件人生大事，如 生育、上学。',
    en: 'No themes yet. Write an event of life down with “New”.',
  },
  fixedPhrases: {
    zh: '没有规范用语。点“新增”写下话务员在某种情形下说的话，或者恢复预置的用语。',
    en: 'No phrases. Write down what agents say with “New”, or reset to the preset.',
  },
  holidays: {
    zh: '还没有填写节假日安排。系统自带的安排用完后，点“新增”把国务院办公厅的通知贴进来。',
    en: 'None entered yet. Where the days that come with Zhiku end, paste the notice with “New”.',
  },
  documents: {
    zh: '还没有登记依据文件。文件废止或被替代时，点“新增”登记文号，依据它的内容会请责任单位复核。',
    en: 'No documents yet. Enter one that is out of force with “New”: what rests on it is asked back.',
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

const kinds = {
  synonyms: { zh: '同义词', en: 'Synonyms' },
  words: { zh: '专用词', en: 'Whole words' },
}

const placements = {
  pin: { zh: '置顶', en: 'Pin' },
  ban: { zh: '屏蔽', en: 'Ban' },
}

export const hotspotPlacementNames = {
  pin: { zh: '置顶', en: 'Pin' },
  hide: { zh: '隐藏', en: 'Hide' },
}

const searchZh = {
  wordCount: (least: number, most: number) => `请填写 ${least} 至 ${most} 个词。`,
  tooLong: (word: string, most: number) => `“${word}”太长：每个词最多 ${most} 个字。`,
  tooShort: (word: string) => `“${word}”太短：每个词至少两个字。`,
  twice: (word: string) => `“${word}”在本组里重复了（繁简、全半角、大小写视为相同）。`,
  taken: (word: string, kind: Words, title: string) =>
    `“${word}”已在${kind.zh}“${title}”中，一个词只能属于一组。`,
  noQuery: '请填写查询的文字。',
  personal: '查询里有个人号码（身份证、手机或银行卡号），不能保存。',
  noEntry: '请选择一条内容（或填写它的编号）。',
  keptAlready: '这句查询已有这条内容的记录，请修改原有的一条。',
  placedAlready: '这条内容已有热点干预，请修改原有的一条。',
  origin:
    '请填写完整来源，如 https://cti.example.cn（可带端口，不带路径）；http 只限本机和内网地址。',
  originTwice: (origin: string) => `“${origin}”重复了。`,
}

const searchEn: typeof searchZh = {
  wordCount: (least, most) => `${least} to ${most} words.`,
  tooLong: (word, most) => `“${word}” is too long: at most ${most} characters.`,
  tooShort: (word) => `“${word}” is too short: at least two characters.`,
  twice: (word) => `“${word}” is in this group twice.`,
  taken: (word, kind, title) =>
    `“${word}” is in “${title}” (${kind.en}) already; a word belongs to one group.`,
  noQuery: 'Say what is asked.',
  personal: 'The query holds a number of a person and is not kept.',
  noEntry: 'Choose an entry, or give its number.',
  keptAlready: 'This query has a line for this entry already; change that one.',
  placedAlready: 'This entry is placed already; change that line.',
  origin:
    'A whole origin, such as https://cti.example.cn (with a port, without a path); http for private addresses only.',
  originTwice: (origin) => `“${origin}” is listed twice.`,
}

/** Words of what the centre keeps of search, and why something is refused. */
export const searchTexts = { kinds, placements, refused: { zh: searchZh, en: searchEn } }

const trialZh = {
  title: '试算',
  about: '保存前看一看效果：不会保存，读者看不到变化。',
  working: '正在试算……',
  before: '现在',
  after: '保存后',
  leaves: '将不再出现',
  comes: '新出现',
  nothing: '没有结果',
  none: '还没有评判问题。登记几条“评判问题”，就能看到改动对它们的影响。',
  mrr: '{n} 个评判问题的平均得分（MRR@10，满分 1）：现在 {before}，保存后 {after}',
  untouched: '没有评判问题受影响。',
  touched: '受影响的评判问题：正确内容排在第几',
  query: '查询',
  first: '第一条结果',
  same: '不变',
  place: '第 {n} 条',
  notFound: '前 10 条没有',
}

const trialEn: typeof trialZh = {
  title: 'Try',
  about: 'Shows what saving would do; nothing is saved.',
  working: 'Trying…',
  before: 'Now',
  after: 'After saving',
  leaves: 'leaves',
  comes: 'new',
  nothing: 'nothing',
  none: 'There are no judged queries yet. Add some to see what a change does to them.',
  mrr: 'Mean score of {n} judged queries (MRR@10, at most 1): now {before}, after saving {after}',
  untouched: 'No judged query is touched.',
  touched: 'Judged queries that are touched: where the right entry stands',
  query: 'Query',
  first: 'First hit',
  same: 'the same',
  place: 'place {n}',
  notFound: 'not in the first 10',
}

/** What the trial of a change of search says. */
export const trialTexts = { zh: trialZh, en: trialEn }
