import type { Language } from './language'

const zh = {
  title: '更新列表',
  about: '新审批、有改动和下架的内容，最近的在前。',
  since: '从什么时候起',
  lastLook: '上次查看以来',
  day: '今天',
  week: '近 7 天',
  month: '近 30 天',
  from: (moment: string) => `${moment} 以来`,
  none: '这段时间没有更新。',
  kinds: { approved: '新增', changed: '改动', withdrawn: '下架' },
  fields: {
    ...{ title: '标题', summary: '概要', plain: '正文', basis: '依据', contact: '联系方式' },
    ...{ validity: '有效期', attachments: '附件' },
  },
  otherwise: '文字没有改动：相似问法、关键词等有更新。',
  noSentence: '已下架。',
  successor: '请看',
  back: '返回工作台',
  feed: (name: string) => `${name}更新`,
  added: '新增：',
  removed: '删去：',
}

const en: typeof zh = {
  title: 'Updates',
  about: 'What was approved, changed or taken down, the newest first.',
  since: 'Since when',
  lastLook: 'Since I last looked',
  day: 'Today',
  week: '7 days',
  month: '30 days',
  from: (moment) => `since ${moment}`,
  none: 'No updates in this time.',
  kinds: { approved: 'New', changed: 'Changed', withdrawn: 'Taken down' },
  fields: {
    ...{ title: 'Title', summary: 'Summary', plain: 'Text', basis: 'Basis', contact: 'Contact' },
    ...{ validity: 'Validity', attachments: 'Files' },
  },
  otherwise: 'The text is the same: other questions or key words are new.',
  noSentence: 'Taken down.',
  successor: 'See',
  back: 'Back to the desk',
  feed: (name) => `Updates of ${name}`,
  added: 'added: ',
  removed: 'removed: ',
}

/** What 更新列表 says. */
export const updateTexts: Record<Language, typeof zh> = { zh, en }
