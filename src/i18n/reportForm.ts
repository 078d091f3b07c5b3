import type { Language } from './language'

const zh = {
  wrong: '报告内容有误',
  wrongTitle: '报告内容有误',
  missingTitle: '告诉我们您想找什么',
  of: '您正在查看：',
  sentence: '哪里有误，正确的是什么',
  query: '您想查的问题',
  words: '补充说明（可以不填）',
  note: '不需要姓名和电话，请不要填写身份证号、手机号等个人信息。您反映的情况会交给责任单位核实。',
  send: '提交',
  sent: '谢谢，已经提交，将由责任单位核实处理。',
  call: '需要答复的，请拨打热线：',
  failed: '没有提交成功，请稍后再试；您填写的文字没有丢失。',
  failedBefore: '没有提交成功，请返回上一页检查后再试。',
  back: '返回',
}

const en: typeof zh = {
  wrong: 'Report an error',
  wrongTitle: 'Report an error',
  missingTitle: 'Tell us what you are looking for',
  of: 'You are reading:',
  sentence: 'What is wrong, and what is right',
  query: 'What you looked for',
  words: 'Anything else (not needed)',
  note: 'No name and no telephone number is needed: please write nothing personal. The unit in charge will look at it.',
  send: 'Send',
  sent: 'Thank you, it was sent: the unit in charge will look at it.',
  call: 'For an answer please call the hotline:',
  failed: 'It was not sent: try again later. What you wrote is still here.',
  failedBefore: 'It was not sent: go back, look it over, and try again.',
  back: 'Back',
}

/** What the portal says where citizens tell of what is wrong or missing. */
export const reportFormTexts: Record<Language, typeof zh> = { zh, en }
