import type { Situation } from '@/access/phrases'
import type { Language } from './language'

type Words = { zh: string; en: string }

/** When a phrase is said. */
export const situationNames: Record<Situation, Words> = {
  searching: { zh: '正在查询', en: 'Searching' },
  nothingFound: { zh: '没有查到', en: 'Nothing found' },
  callBack: { zh: '核实后回复', en: 'We check and call back' },
  emergency: { zh: '紧急情况', en: 'Emergency' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
}

const refusedZh = {
  personal: '用语里有个人号码（身份证、手机或银行卡号），不能保存。',
  noWords: '请填写至少一个词：查询里出现这个词时，这条用语才会显示。',
  tooMany: (most: number) => `最多填写 ${most} 个词。`,
  wordLength: (word: string, shortest: number, longest: number) =>
    `“${word}”不能用：每个词 ${shortest} 至 ${longest} 个字。`,
}

const refusedEn: typeof refusedZh = {
  personal: 'The phrase holds a number of a person and is not kept.',
  noWords: 'Give at least one word: the phrase is shown where it is asked for.',
  tooMany: (most) => `At most ${most} words.`,
  wordLength: (word, shortest, longest) =>
    `“${word}” cannot be used: a word has ${shortest} to ${longest} characters.`,
}

/** Why a phrase is not kept. */
export const phraseRefusals = { zh: refusedZh, en: refusedEn }

const resetZh = {
  reset: '恢复预置用语',
  about: '选中的用语改回预置的文字、词语和顺序，删除过的重新出现。中心自己新增的用语不受影响。',
  now: '现在',
  preset: '预置',
  deleted: '已删除',
  shownAt: (words: string) => `出现这些词时显示：${words}`,
  place: (order: number) => `顺序：${order}`,
  confirm: '恢复',
  chooseOne: '请选择要恢复的用语。',
  done: (count: number) => `已恢复 ${count} 条预置用语`,
}

const resetEn: typeof resetZh = {
  reset: 'Reset to the preset',
  about:
    'The chosen phrases get back their preset text, words and place; deleted ones come back. Phrases of your own stay as they are.',
  now: 'Now',
  preset: 'Preset',
  deleted: 'deleted',
  shownAt: (words) => `Shown at these words: ${words}`,
  place: (order) => `Place: ${order}`,
  confirm: 'Reset',
  chooseOne: 'Choose the phrases to reset.',
  done: (count) => `${count} reset to the preset`,
}

/** How the centre takes the preset back. */
export const resetTexts: Record<Language, typeof resetZh> = { zh: resetZh, en: resetEn }

const deskZh = {
  title: '规范用语',
  copy: '点击复制',
  copied: (words: string) => `已复制：${words}`,
  copyCall: '三方通话',
  callCopied: (whom: string) => `已复制三方通话记录（${whom}），请补上结果`,
  noPhone: '。该单位没有公布电话，请补上',
  severalPhones: '。该单位有几个电话，请只留接通的一个',
  transferTo: '知识库无此内容，转',
  chooseUnit: '请选择单位',
  copyTransfer: '复制记录',
  noUnit: '没有复制：请先选择转哪个单位',
  // Notes are Chinese whatever the desk's language is.
  call: (whom: string) => `经三方通话（${whom}），结果为：`,
  transfer: (unit: string) => `知识库无此内容，转（${unit}）`,
}

const deskEn: typeof deskZh = {
  title: 'Phrases',
  copy: 'Copy by a click',
  copied: (words) => `Copied: ${words}`,
  copyCall: 'Three-way call',
  callCopied: (whom) => `The note of a three-way call was copied (${whom}): add the result`,
  noPhone: '. The unit publishes no phone: add it',
  severalPhones: '. The unit has several phones: keep the one that was called',
  transferTo: 'Not there, passed on to',
  chooseUnit: 'Choose a unit',
  copyTransfer: 'Copy note',
  noUnit: 'Nothing was copied: choose the unit first',
  call: deskZh.call,
  transfer: deskZh.transfer,
}

/** What the desk says of phrases, and of the notes of what no entry answered. */
export const phraseTexts: Record<Language, typeof deskZh> = { zh: deskZh, en: deskEn }
