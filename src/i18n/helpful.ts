import type { Language } from './language'

const zh = {
  question: '这条答案有帮助吗？',
  yes: '有帮助',
  no: '没帮助',
  thanks: (isHelpful: boolean): string =>
    isHelpful ? '谢谢，您觉得有帮助。' : '谢谢，您觉得没帮助。',
  change: '修改评价',
  callUnit: '可以咨询责任单位',
  or: '，',
  call: '也可以拨打',
  end: '。',
  failed: '没有提交成功，请稍后再试。',
  said: (helpful: number, unhelpful: number) =>
    `市民评价：有帮助 ${helpful} 次，没帮助 ${unhelpful} 次（同一处所同一天至多各计 3 次）。`,
}

const en: typeof zh = {
  question: 'Did this answer help?',
  yes: 'It helped',
  no: 'It did not',
  thanks: (isHelpful) => (isHelpful ? 'Thank you: it helped.' : 'Thank you: it did not help.'),
  change: 'Change it',
  callUnit: 'You may ask the unit:',
  or: '; ',
  call: 'you may also call',
  end: '.',
  failed: 'It was not sent: try again later.',
  said: (helpful, unhelpful) =>
    `Citizens said: helped ${helpful}, did not ${unhelpful} (of one address each at most 3 a day).`,
}

/** What the portal asks of an answer, and what is told of it. */
export const helpfulTexts: Record<Language, typeof zh> = { zh, en }
