import type { Language } from './language'

const zh = {
  title: '没有这个页面',
  text: '地址不对，内容已不在，或者它不对您开放。',
  back: '返回工作台',
}

const en: typeof zh = {
  title: 'No such page',
  text: 'The address is wrong, what was here is gone, or it is not open to you.',
  back: 'Back home',
}

/** What the admin says where there is nothing for this person. */
export const missingTexts: Record<Language, typeof zh> = { zh, en }
