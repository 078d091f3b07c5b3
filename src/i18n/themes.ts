import type { Language } from './language'

const zh = {
  heading: '按主题查找',
  themes: '主题',
  theme: '主题',
  anyTheme: '不限主题',
  entries: (count: number) => `${count} 条`,
  all: '全部主题',
  none: '这个主题下还没有公开的解答。',
  instead: '可以换一个主题，或拨打 12345 热线。',
  known: (title: string) => `已有主题“${title}”。`,
  inUse: (count: number) =>
    `还有 ${count} 条知识用着或用过这个主题，不能删除；可以停用，停用后读者和编写时都不再看到。`,
  place: (first: number, last: number) => `请填写 ${first} 至 ${last} 的整数。`,
  unknown: '没有这个主题，或它已停用，请重新选择。',
  tooMany: (most: number) => `至多选 ${most} 个主题。`,
  on: '使用中',
  off: '已停用',
}

const en: typeof zh = {
  heading: 'By theme',
  themes: 'Themes',
  theme: 'Theme',
  anyTheme: 'Any theme',
  entries: (count) => (count === 1 ? '1 answer' : `${count} answers`),
  all: 'All themes',
  none: 'No answers of this theme are public yet.',
  instead: 'Choose another theme, or call 12345.',
  known: (title) => `There is a theme “${title}” already.`,
  inUse: (count) =>
    `${count} entries have or had this theme: it is not deleted but switched off, and neither readers nor writers see it any more.`,
  place: (first, last) => `A whole number from ${first} to ${last}.`,
  unknown: 'There is no such theme, or it is switched off.',
  tooMany: (most) => `At most ${most} themes.`,
  on: 'In use',
  off: 'Switched off',
}

/** 主题: what is said of them. */
export const themeTexts: Record<Language, typeof zh> = { zh, en }
