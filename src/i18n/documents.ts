import type { DocumentState } from '@/access/tasks'
import type { Language } from './language'

export const documentStateNames: Record<DocumentState, { zh: string; en: string }> = {
  valid: { zh: '有效', en: 'In force' },
  repealed: { zh: '废止', en: 'Repealed' },
  replaced: { zh: '被替代', en: 'Replaced' },
}

const zh = {
  noNumber: '请填写完整的文号，如 广政公〔2019〕11号。',
  known: '这个文号已经登记。',
  noSuccessor: '请填写替代它的文件的文号。',
  resting: '依据这个文件的在线内容',
  none: '没有在线内容依据这个文件。',
  reviews: '复核进度',
  failed: '暂时无法读取依据这个文件的内容。',
  loading: '正在读取……',
}

const en: typeof zh = {
  noNumber: 'Give the whole number, such as 广政公〔2019〕11号.',
  known: 'A document of this number is kept already.',
  noSuccessor: 'Give the number of the document that replaces it.',
  resting: 'Entries online that rest on it',
  none: 'No entry online rests on it.',
  reviews: 'How its reviews stand',
  failed: 'What rests on it can’t be read at the moment.',
  loading: 'Loading…',
}

/** What documents that entries rest on are called and say. */
export const documentTexts: Record<Language, typeof zh> = { zh, en }
