import type { Language } from './language'

/** What findings say, as sentences; the kinds are those of `workflow/findings`. */
export const findingTexts: Record<string, { zh: string; en: string }> = {
  titleIsNoQuestion: {
    zh: '标题不像一个问题：请写成市民会问的一句话。',
    en: 'The title does not read like a question.',
  },
  titleIsTwoQuestions: {
    zh: '标题含有两个问题：一问一答，请拆成两条。',
    en: 'The title asks two questions: one question, one answer.',
  },
  vagueMaterials: {
    zh: '有“其他材料”“相关材料”等含糊说法：请列明材料名称和份数。',
    en: 'Vague materials: name each and how many.',
  },
  emptyBlock: { zh: '有空白的办事要素块：请填写或删去。', en: 'A block is empty.' },
  noServiceBlocks: {
    zh: '行政权力、公共服务事项应以条件、材料、流程、时限等办事要素开头。',
    en: 'Powers and services open with conditions, materials, procedure and so on.',
  },
  otherTitle: {
    zh: '与所依据事项的名称不一致：',
    en: 'Its name is not that of the entry it is based on:',
  },
  otherBasis: {
    zh: '与所依据事项的依据不一致：',
    en: 'Its basis is not that of the entry it is based on:',
  },
  otherMaterials: {
    zh: '与所依据事项的材料不一致：',
    en: 'Its materials are not those of the entry it is based on:',
  },
  identityCard: {
    zh: '疑似个人身份证号：请删去，或确认可以公开。',
    en: 'This looks like a person’s identity number: remove it, or make sure it may be shown.',
  },
  mobileNumber: {
    zh: '疑似个人手机号：请删去、改用单位电话，或确认可以公开。',
    en: 'This looks like a person’s mobile number: remove it or use the unit’s phone.',
  },
  bankCard: {
    zh: '疑似个人银行卡号：请删去，或确认可以公开。',
    en: 'This looks like a person’s bank-card number: remove it, or make sure it may be shown.',
  },
  listedWord: {
    zh: '用了提示用语：请改用规范说法，或确认确需使用。',
    en: 'Listed words are used: say it otherwise, or make sure it is needed.',
  },
}

/** The same in two or three words, for counts. */
export const findingNames: Record<string, { zh: string; en: string }> = {
  titleIsNoQuestion: { zh: '标题不像问题', en: 'title is no question' },
  titleIsTwoQuestions: { zh: '标题两个问题', en: 'title asks two questions' },
  vagueMaterials: { zh: '材料含糊', en: 'vague materials' },
  emptyBlock: { zh: '空白要素', en: 'empty block' },
  noServiceBlocks: { zh: '缺办事要素', en: 'no service blocks' },
  otherTitle: { zh: '名称与上级事项不一致', en: 'another name' },
  otherBasis: { zh: '依据与上级事项不一致', en: 'another basis' },
  otherMaterials: { zh: '材料与上级事项不一致', en: 'other materials' },
  identityCard: { zh: '疑似身份证号', en: 'identity number' },
  mobileNumber: { zh: '疑似手机号', en: 'mobile number' },
  bankCard: { zh: '疑似银行卡号', en: 'bank-card number' },
  listedWord: { zh: '提示用语', en: 'listed word' },
}

/** What is said around findings. */
export const findingPhrases = {
  zh: {
    heading: '请留意',
    none: '未发现需要留意之处。',
    looking: '正在检查个人信息和提示用语…',
    inSeveral: '其中 {n} 条请留意，可点开查看；确认无误后再提交。',
    seen: '提交人已逐项核对：{name} 于 {at} 提交时，有{counts}。',
    stood: '{name} 于 {at} 提交时，有{counts}。',
    named: '已核对“{name}”{n} 处，确需保留',
    nameAll: '请逐项核对并勾选，或先修改内容。',
    atStep: '办理时的提示：{counts}',
    seenShort: '（已核对）',
    count: '{name} {n} 处',
    separator: '、',
    inField: '{field}：',
    advice: '建议：{advice}',
    more: '同类共 {n} 处。',
  },
  en: {
    heading: 'Please look at',
    none: 'Nothing stands out.',
    looking: 'Looking for personal data and listed words…',
    inSeveral: 'Look at {n} of them first; open each, and submit once you are sure.',
    seen: 'Looked at by whoever submitted it: {name}, {at}, with {counts}.',
    stood: '{name} submitted it at {at} with {counts}.',
    named: 'Looked at: {name} ({n}), and it is needed',
    nameAll: 'Look at each and tick it, or change the text first.',
    atStep: 'Stood out then: {counts}',
    seenShort: ' (looked at)',
    count: '{name}: {n}',
    separator: ', ',
    inField: '{field}: ',
    advice: 'Instead: {advice}',
    more: '{n} of this kind in all.',
  },
} as const

export type Counts = Partial<Record<string, number>>

/** 「疑似手机号 2 处、提示用语 1 处」 */
export function countedIn(language: 'zh' | 'en', counts: Counts): string {
  const { separator, count } = findingPhrases[language]
  return Object.entries(counts)
    .map(([kind, n]) =>
      count
        .replace('{name}', findingNames[kind]?.[language] ?? kind)
        .replace('{n}', String(n ?? 0)),
    )
    .join(separator)
}

const similarZh = {
  heading: '已有相近的内容',
  note: '请先看看是否已经有人答过；一问一答，不重复。',
  count: '已有 {n} 条相近的内容',
  almost: '几乎相同',
  near: '很接近',
  close: '相近',
  live: '已发布',
  opens: '在新标签页打开',
}

export type SimilarTexts = typeof similarZh

const similarEn: SimilarTexts = {
  heading: 'Similar entries already there',
  note: 'See whether the question has its answer already: one question, one answer.',
  count: '{n} similar entries already there',
  almost: 'nearly the same',
  near: 'very near',
  close: 'near',
  live: 'online',
  opens: 'Opens in a new tab',
}

/** What is said of entries that ask nearly the same. */
export const similarTexts: Record<Language, SimilarTexts> = { zh: similarZh, en: similarEn }

const remarkZh = {
  title: '批注',
  note: '选中正文里的一段文字，在这里写明要改什么；退回时一并交给编写人。',
  add: '选中文字后添加批注',
  addTo: '批注「{passage}」',
  placeholder: '这里要改什么',
  here: '添加批注',
  needed: '请写明这里要改什么。',
  remove: '删除这条批注',
}

const remarkEn: typeof remarkZh = {
  title: 'Remarks',
  note: 'Select a passage of the text and say here what to change; returned with the text.',
  add: 'Select a passage to remark on',
  addTo: 'Remark on “{passage}”',
  placeholder: 'What is to be changed here',
  here: 'Add a remark',
  needed: 'Say what is to be changed here.',
  remove: 'Remove this remark',
}

/** What the remarks beside a text say. */
export const remarkTexts: Record<Language, typeof remarkZh> = { zh: remarkZh, en: remarkEn }

const versionZh = {
  title: '历史版本',
  about: '每次保存留下一个版本。点开可逐字对照改了什么。',
  revision: '版本',
  nth: '第 {n} 版',
  at: '保存时间',
  by: '保存人',
  entryTitle: '标题',
  total: '共 {n} 个版本',
  live: '线上',
  latest: '最新',
  nobody: '系统',
  empty: '没有历史版本。',
  withPrevious: '与上一版对照',
  withLive: '与线上内容对照',
  comparison: '对照',
  first: '这是第一个版本，没有更早的可以对照。',
  notLive: '这条内容没有上线，没有可以对照的线上内容。',
  same: '没有不同。',
  previousIs: '上一版：第 {n} 版，{by}，{at}',
  liveIs: '线上内容：第 {n} 版',
  text: '这一版的全文',
}

const versionEn: typeof versionZh = {
  title: 'Versions',
  about: 'Each save leaves a version. Open one to see what was changed, word by word.',
  revision: 'Revision',
  nth: 'Revision {n}',
  at: 'Saved',
  by: 'By',
  entryTitle: 'Title',
  total: '{n} versions',
  live: 'online',
  latest: 'latest',
  nobody: 'the system',
  empty: 'No versions.',
  withPrevious: 'Beside the version before',
  withLive: 'Beside the live text',
  comparison: 'Comparison',
  first: 'This is the first version; there is none before it.',
  notLive: 'Nothing of this entry is online.',
  same: 'Nothing differs.',
  previousIs: 'Before: revision {n}, {by}, {at}',
  liveIs: 'Online: revision {n}',
  text: 'The whole text of this version',
}

/** What the pages of an entry's versions say. */
export const versionTexts: Record<Language, typeof versionZh> = { zh: versionZh, en: versionEn }
