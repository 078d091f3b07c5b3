import type { Language } from './language'

const zh = {
  heading: '已有相近的内容',
  note: '请先看看是否已经有人答过；一问一答，不重复。',
  count: '已有 {n} 条相近的内容',
  almost: '几乎相同',
  near: '很接近',
  close: '相近',
  live: '已发布',
  opens: '在新标签页打开',
}

export type SimilarTexts = typeof zh

const en: SimilarTexts = {
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
export const similarTexts: Record<Language, SimilarTexts> = { zh, en }
