import type { UnhelpfulReason } from '@/access/helpful'
import type { Language } from './language'

const reasonsZh: Record<UnhelpfulReason, string> = {
  unclear: '看不懂',
  outdated: '过期',
  notApplicable: '不适用',
  unsolved: '没解决',
}

const zh = {
  question: '这条答案有帮助吗？',
  yes: '有帮助',
  no: '没帮助',
  thanks: (isHelpful: boolean): string =>
    `谢谢，您觉得${isHelpful ? '有帮助' : '没帮助'}。如果选错了，可以改选。`,
  why: '为什么没帮助？（可以不选）',
  reasons: reasonsZh,
  thanksFor: (reason: UnhelpfulReason): string =>
    `谢谢，已记录原因：${reasonsZh[reason]}。责任单位会看到。`,
  callUnit: '可以咨询责任单位：',
  call: '也可以拨打热线：',
  failed: '没有提交成功，请稍后再试。',
  said: (helpful: number, unhelpful: number) =>
    `市民评价：有帮助 ${helpful} 次，没帮助 ${unhelpful} 次（同一处所同一天至多各计 3 次）。`,
  saidWhy: (counted: string) => `没帮助的原因：${counted}。`,
}

const reasonsEn: typeof reasonsZh = {
  unclear: 'Hard to understand',
  outdated: 'Out of date',
  notApplicable: 'Not for my case',
  unsolved: 'Not solved',
}

const en: typeof zh = {
  question: 'Did this answer help?',
  yes: 'It helped',
  no: 'It did not',
  thanks: (isHelpful) =>
    `Thank you: it ${isHelpful ? 'helped' : 'did not help'}. You may choose the other one.`,
  why: 'Why not? (not needed)',
  reasons: reasonsEn,
  thanksFor: (reason) =>
    `Thank you, it is on record: ${reasonsEn[reason].toLowerCase()}. The unit in charge sees it.`,
  callUnit: 'You may ask the unit:',
  call: 'Or call the hotline:',
  failed: 'It was not sent: try again later.',
  said: (helpful, unhelpful) =>
    `Citizens said: helped ${helpful}, did not ${unhelpful} (of one address each at most 3 a day).`,
  saidWhy: (counted) => `Why it did not: ${counted}.`,
}

/** What the portal asks of an answer, and what is told of it. */
export const helpfulTexts: Record<Language, typeof zh> = { zh, en }
