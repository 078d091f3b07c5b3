import type { NotBasedOn } from '@/access/basedOn'
import type { Language } from './language'

const zh = {
  description:
    '同一事项上级单位已有的一条：名称、依据和材料应与它一致；它有变化时，系统请本单位复核这一条',
  find: '按文字或编号查找上级单位的事项',
  chosen: '已选',
  remove: '去掉',
  why: {
    notOnline: '没有这条已上线的知识，或者您无权查看。请填写编号，如 ZS000123。',
    itself: '不能依据这一条自己。',
    notAbove: '只能依据上级的事项：市级单位的，本县（市、区）政府办的；乡镇还可以依据本县部门的。',
    circle: '那一条已经（直接或间接）依据这一条，不能互相依据。',
  } satisfies Record<NotBasedOn, string>,
  basedOn: '依据的上级事项',
  change: '所依据事项的变化',
  gone: '这一条已下架，读者查不到了。',
  ended: '这一条的有效期已过，读者查不到了。',
  successor: '已并入',
  closed: '这一条现在不对您开放，看不到改了什么。',
  same: '现在的文字与变化前相同。',
  missing: (names: string) => `缺少：${names}`,
  added: (names: string) => `多出：${names}`,
}

const en: typeof zh = {
  description:
    'The entry of a unit above on the same matter: name, basis and materials are the same. When it changes, this one is asked back for review',
  find: 'Find the entry of a unit above by words or number',
  chosen: 'Chosen',
  remove: 'Remove',
  why: {
    notOnline:
      'There is no such entry online, or it is not open to you. Give a number, such as ZS000123.',
    itself: 'An entry is not based on itself.',
    notAbove:
      'Only on entries of units above: of level 1, of the county’s government office, and for townships of the county’s bodies.',
    circle: 'That entry is based on this one already.',
  },
  basedOn: 'Based on',
  change: 'What changed in the entry it is based on',
  gone: 'It is offline: readers find it no longer.',
  ended: 'Its validity is over: readers find it no longer.',
  successor: 'Merged into',
  closed: 'It is not open to you now, nor is what changed in it.',
  same: 'It reads now as it did before.',
  missing: (names) => `Missing: ${names}`,
  added: (names) => `Beside: ${names}`,
}

/** 依据的上级事项: what is said of the entry of a unit above that a text is based on. */
export const basedOnTexts: Record<Language, typeof zh> = { zh, en }
