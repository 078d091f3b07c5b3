import type { Language } from './language'

const zh = {
  titles: { gap: '上报没有找到的内容', correction: '上报有误的内容' },
  gap: '没有找到',
  correction: '有误',
  query: '查询的话',
  words: '来电原话（可以不填）',
  unit: '应由哪个单位提供',
  unknown: '不清楚，请中心确定',
  passage: '有误的原文（可先在正文中选中）',
  sentence: '哪里有误，正确的是什么',
  note: '请不要填写来电人的姓名、电话和证件号码。办结后会告诉您结果。',
  send: '上报',
  cancel: '取消',
  discard: '放弃这条上报',
  failed: '没有上报成功，请再试一次；您填写的文字还在。',
  unsent: (n: number) => `${n} 条上报没有成功，您填写的文字还在。`,
  openUnsent: '查看并重新上报',
  told: (number: string) => `已上报（${number}），办结后会告诉您`,
  joined: (number: string) => `已有人上报，已为您并入（${number}）`,
  own: '我的上报',
  news: (n: number) => `我的上报（${n} 条新结果）`,
  ownAbout: '您上报的没有找到和有误的内容，由承办单位按期办理，结果列在这里。',
  back: '返回查询',
  when: '上报时间',
  noteOffline: '没有复制：连不上服务器，请再试一次',
  noteFailed: '没有复制：服务器出错，请稍后再试',
}

const en: typeof zh = {
  titles: { gap: 'Tell of what is missing', correction: 'Tell of what is wrong' },
  gap: 'Not found',
  correction: 'Wrong',
  query: 'Query',
  words: 'The caller’s words (not needed)',
  unit: 'Which unit should know',
  unknown: 'Not known: the centre decides',
  passage: 'The words that are wrong (select them in the text first)',
  sentence: 'What is wrong, and what is right',
  note: 'Please write no name, telephone or card number of the caller. You will hear the end of it.',
  send: 'Send',
  cancel: 'Cancel',
  discard: 'Delete this report',
  failed: 'It was not sent: try again. What you wrote is still here.',
  unsent: (n) =>
    (n === 1 ? 'A report was not sent. ' : `${n} reports were not sent. `) +
    'What you wrote is still here.',
  openUnsent: 'See and send again',
  told: (number) => `Sent (${number}); you will hear the end of it`,
  joined: (number) => `Others told of it before: yours is with it (${number})`,
  own: 'Told by me',
  news: (n) => `Told by me (${n} new)`,
  ownAbout: 'What you missed or found wrong is settled by its unit; what became of it is here.',
  back: 'Back to search',
  when: 'Told at',
  noteOffline: 'Not copied: the server can’t be reached, try again',
  noteFailed: 'Not copied: the server failed, try again later',
}

/** What the desk says where somebody tells of what is missing or wrong. */
export const deskReportTexts: Record<Language, typeof zh> = { zh, en }
