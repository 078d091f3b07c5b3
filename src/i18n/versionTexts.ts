import type { Language } from './language'

const zh = {
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

const en: typeof zh = {
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
export const versionTexts: Record<Language, typeof zh> = { zh, en }
