import type { FollowChoice } from '@/access/telling'
import type { Language } from './language'

const zh = {
  title: '关注',
  about:
    '关注的单位（含其下属单位）的全部更新，以及关注的类别在各单位的更新，合并成一封邮件发给您。邮件里只有编号和链接，没有新内容时不发。',
  units: '关注的单位',
  addUnit: '添加单位',
  chooseUnit: '请选择单位',
  remove: (name: string) => `取消关注${name}`,
  categories: '关注的类别',
  none: '还没有关注任何单位或类别。',
  every: '发送邮件',
  choices: {
    daily: '每个工作日一次（8:30）',
    weekly: '每周一次（本周第一个工作日 8:30）',
    none: '不发送',
  } satisfies Record<FollowChoice, string>,
  email: '接收邮件的邮箱',
  emailHint: '未读消息的邮件通知也发到这个邮箱，其他人看不到。',
  save: '保存关注',
  saved: '关注已保存。',
  failed: '没有保存，请稍后再试。',
  expired: '登录已过期，请重新登录后再保存。',
  back: '返回更新列表',
  manage: '我的关注',
  counts: (units: number, categories: number) => `已关注 ${units} 个单位、${categories} 个类别。`,
  change: '设置关注',
  follow: (name: string) => `关注${name}`,
  followed: (name: string) => `已关注${name}`,
  mailed: {
    daily: '每个工作日发送一封邮件。',
    weekly: '每周发送一封邮件。',
    none: '目前不发送邮件。',
  },
  filter: '查看范围',
  everyUnit: '全部单位',
  everyCategory: '全部类别',
  look: '查看',
}

export type FollowingTexts = typeof zh

const en: FollowingTexts = {
  title: 'Following',
  about:
    'All updates of the units you follow, with those below them, and of the categories you follow in all units, come in one mail of numbers and links. Where nothing is new there is none.',
  units: 'Units followed',
  addUnit: 'Add a unit',
  chooseUnit: 'Choose a unit',
  remove: (name) => `Stop following ${name}`,
  categories: 'Categories followed',
  none: 'You follow no unit or category yet.',
  every: 'Mail',
  choices: {
    daily: 'Once each working day (8:30)',
    weekly: 'Once a week (its first working day, 8:30)',
    none: 'No mail',
  },
  email: 'Mail address',
  emailHint: 'Mails of unread messages go there too; nobody else sees it.',
  save: 'Save what I follow',
  saved: 'Saved.',
  failed: 'Not saved: try again later.',
  expired: 'Your session has ended: sign in again, then save.',
  back: 'Back to the updates',
  manage: 'What I follow',
  counts: (units, categories) => `You follow ${units} units and ${categories} categories.`,
  change: 'Choose what to follow',
  follow: (name) => `Follow ${name}`,
  followed: (name) => `Following ${name}`,
  mailed: {
    daily: 'A mail each working day.',
    weekly: 'A mail each week.',
    none: 'No mail at present.',
  },
  filter: 'What to show',
  everyUnit: 'All units',
  everyCategory: 'All categories',
  look: 'Show',
}

/** What the page of what one follows says, and the updates of it. */
export const followingTexts: Record<Language, FollowingTexts> = { zh, en }

const mailZh = {
  subject: (n: number) => `知库：您关注的内容有 ${n} 条更新`,
  lead: (n: number) => `您关注的单位和类别有 ${n} 条更新：`,
  more: (n: number) => `另有 ${n} 条。`,
  all: '全部更新',
  change: '修改或取消关注',
}

const mailEn: typeof mailZh = {
  subject: (n) => `${n} updates of what you follow`,
  lead: (n) => `Updates of the units and categories you follow: ${n}`,
  more: (n) => `And ${n} more.`,
  all: 'All updates',
  change: 'Change or stop',
}

/** The mail itself says it in both languages. */
export const updateMailTexts: Record<Language, typeof mailZh> = { zh: mailZh, en: mailEn }
