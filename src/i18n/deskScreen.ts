import type { Language } from './language'

const zh = {
  edit: '去修改',
  named: (name: string) => `${name} · 工作台`,
  asked: (words: string) => `查询：${words} · 工作台`,
  lost: '连不上服务器，正在自动重试，您输入的内容都在。',
  again: '现在重试',
  beforeLost: '断线前的结果',
  seeAll: '查看全部',
  isNew: '新',
  noUpdates: '近七天没有更新。',
  updatesFailed: '更新列表这次没有取到，稍后会自动再取。',
  recentEntries: '今天看过',
  recentSearches: '今天查过',
  noRecentEntries: '今天还没有打开过内容。',
  noRecentSearches: '今天还没有查询过。',
}

const en: typeof zh = {
  edit: 'Edit',
  named: (name) => `${name} · Desk`,
  asked: (words) => `Search: ${words} · Desk`,
  lost: 'The server cannot be reached. The desk keeps trying; what you typed is still here.',
  again: 'Try now',
  beforeLost: 'From before the connection was lost',
  seeAll: 'All',
  isNew: 'new',
  noUpdates: 'No updates in seven days.',
  updatesFailed: 'The updates did not come; they are asked for again later.',
  recentEntries: 'Read today',
  recentSearches: 'Searched today',
  noRecentEntries: 'Nothing was opened today.',
  noRecentSearches: 'Nothing was searched for today.',
}

/** What the desk says of itself as one screen: its title, its connection, and the pane while nothing is open. */
export const deskScreenTexts: Record<Language, typeof zh> = { zh, en }
