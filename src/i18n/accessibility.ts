import type { Language } from './language'

/** 长辈版, and its larger step. */
export type View = 'elder' | 'larger'

export const viewCookie = 'zhiku-view'

export const isView = (value: unknown): value is View => value === 'elder' || value === 'larger'

const zh = {
  elder: '长辈版',
  usual: '返回普通版',
  larger: '字再大一些',
  smaller: '字小一些',
  bar: '长辈版和朗读',
  skips: '快速定位',
  toMain: '跳到正文',
  toNavigation: '跳到导航',
  toSearch: '跳到查询',
  help: '无障碍说明',
}

const en: typeof zh = {
  elder: 'Large print',
  usual: 'Usual view',
  larger: 'Larger still',
  smaller: 'Less large',
  bar: 'Large print and reading aloud',
  skips: 'Quick positioning',
  toMain: 'Skip to content',
  toNavigation: 'Skip to navigation',
  toSearch: 'Skip to search',
  help: 'Accessibility',
}

/** How the portal is looked at, and the ways about a page. */
export const viewTexts: Record<Language, typeof zh> = { zh, en }

/** 朗读. */
export const readAloudTexts: Record<Language, { read: string; stop: string }> = {
  zh: { read: '朗读', stop: '停止朗读' },
  en: { read: 'Read aloud', stop: 'Stop reading' },
}

/** Keys of quick positioning; which others are held with them the browser says. */
export const quickKeys = { main: '1', navigation: '2', search: '3', view: '4', help: '0' } as const
