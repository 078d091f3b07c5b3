import type { BulletinKind } from '@/access/bulletins'
import type { Step } from '@/access/rules'
import type { Language } from './language'

type StepWords = { said: string; ask?: string }

/** What the steps of 启动预案 and 推送话务员 ask and say. */
export const bulletinSteps: Record<Language, Partial<Record<Step, StepWords>>> = {
  zh: {
    activate: {
      said: '预案已启动，工作台 5 秒内显示。',
      ask: '启动后，能查看这条预案的人，工作台顶端立即显示它和下面这句话，直到结束；谁已阅有记录。',
    },
    reschedule: {
      said: '结束时间已调整。',
      ask: '提前或推迟都可以；已阅的记录不变。',
    },
    deactivate: {
      said: '启动已结束，工作台不再显示。',
      ask: '结束后，工作台立即不再显示；启动和已阅的记录保留。',
    },
    push: {
      said: '已推送，工作台 5 秒内显示。',
      ask: '推送后，这条内容排在工作台最前面，每人点“已阅”后收起；谁已阅有记录。',
    },
    unpush: {
      said: '已取消推送，工作台不再显示。',
      ask: '取消后，工作台立即不再显示；推送和已阅的记录保留。',
    },
  },
  en: {
    activate: {
      said: 'Activated: every desk shows it within 5 seconds.',
      ask: 'On top of the desk of whoever may read it, with this sentence, until it ends; who has read it is on record.',
    },
    reschedule: {
      said: 'The end was moved.',
      ask: 'Earlier or later; who has read it stays on record.',
    },
    deactivate: {
      said: 'Ended: desks show it no longer.',
      ask: 'Desks show it no longer; the activation and its receipts stay on record.',
    },
    push: {
      said: 'Pushed: desks show it within 5 seconds.',
      ask: 'It stands first on each desk until its reader confirms it; who has is on record.',
    },
    unpush: {
      said: 'Taken back: desks show it no longer.',
      ask: 'Desks show it no longer; the push and its receipts stay on record.',
    },
  },
}

/** What a unit is told of them. */
export const bulletinMessages = {
  zh: {
    activate: '{by}启动了预案，工作台都会看到',
    reschedule: '{by}调整了预案的结束时间',
    deactivate: '{by}结束了预案的启动',
    push: '{by}把它推送给了话务员',
    unpush: '{by}取消了推送',
  },
  en: {
    activate: '{by} activated the plan: every desk shows it',
    reschedule: '{by} moved the end of its activation',
    deactivate: '{by} ended the activation',
    push: '{by} pushed it to the agents',
    unpush: '{by} took the push back',
  },
}

/** Why a step of these was refused, where its field alone does not say it. */
export const bulletinRefusals = {
  sentence: {
    zh: '请写给话务员的一句话：出了什么事、要怎么做。',
    en: 'Write the sentence for the desks: what happened, what to do.',
  },
  until: {
    zh: '结束时间须在现在之后、90 天之内。',
    en: 'The end lies ahead, within 90 days.',
  },
  activated: {
    zh: '这条预案已经启动，可以调整结束时间，或先结束再启动。',
    en: 'This plan is active: move its end, or end it first.',
  },
  notActivated: {
    zh: '这条预案没有启动，或已经结束。',
    en: 'This plan is not active, or no more.',
  },
  notInForce: {
    zh: '这条内容还未生效或已过有效期，读者看不到，不能推送。',
    en: 'The validity of this entry has not begun, or is over: readers do not see it.',
  },
  pushed: { zh: '这条内容已经推送。', en: 'This entry is pushed already.' },
  notPushed: {
    zh: '这条内容没有推送，或已经取消。',
    en: 'This entry is not pushed, or no more.',
  },
}

/** The reason of a step that the clock took, as its history tells it. */
export const byTheClock: Record<'deactivate' | 'unpush', string> = {
  deactivate: '到预定时间，自动结束。',
  unpush: '内容已过有效期，自动取消推送。',
}

const zh = {
  kinds: { activated: '启动预案', pushed: '推送话务员' } satisfies Record<BulletinKind, string>,
  activePlans: '启动中的预案',
  confirm: '已阅',
  ofTitle: (title: string) => `：${title}`,
  confirmed: (title: string) => `已记录：您已阅“${title}”`,
  notConfirmed: {
    gone: '没有记录：它刚刚结束或不再对您公开',
    expired: '没有记录：登录已过期，请重新登录',
    offline: '没有记录：连不上服务器，请检查网络后再试',
    failed: '没有记录：请再试一次',
  },
  period: (since: string, until: string) => `${since} 启动，至 ${until}`,
  until: (until: string) => `至 ${until}`,
  pushedOn: (since: string) => `${since} 推送`,
  unread: (n: number) => `推送未阅 ${n} 条`,
  announced: (title: string, sentence: string) => `启动预案：${title}。${sentence}`,
  sentence: '给话务员的一句话（必填）',
  sentenceHint: '例：南片停水至 18 点，先按预案答复，急需用水的转供水热线。',
  end: '结束时间（北京时间）',
  active: '预案已启动',
  pushed: '已推送话务员',
  activeNote: (name: string, since: string, until: string) =>
    `${name} 于 ${since} 启动，至 ${until}`,
  pushedNote: (name: string, since: string) => `${name} 于 ${since} 推送`,
  receipts: '已阅情况',
  which: '哪一次',
  standing: '进行中',
  read: (n: number) => `${n} 人已阅`,
  ended: (at: string) => `${at} 结束`,
  agentsRead: (read: number, all: number) => `话务员已阅 ${read} / ${all} 人`,
  othersRead: (n: number) => `其他人员已阅 ${n} 人`,
  unreadAgents: '话务员未阅',
  readBy: '已阅',
  nobodyRead: '还没有人已阅。',
  allRead: '话务员都已阅。',
  earlier: '上一页',
  later: '下一页',
  page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
}

const en: typeof zh = {
  kinds: { activated: 'Active plan', pushed: 'Pushed to agents' },
  activePlans: 'Active plans',
  confirm: 'Read',
  ofTitle: (title) => `: ${title}`,
  confirmed: (title) => `On record: you have read “${title}”`,
  notConfirmed: {
    gone: 'Not recorded: it has just ended, or is no longer open to you',
    expired: 'Not recorded: your session has ended, sign in again',
    offline: 'Not recorded: the server cannot be reached, check the network and try again',
    failed: 'Not recorded: try again',
  },
  period: (since, until) => `since ${since}, until ${until}`,
  until: (until) => `until ${until}`,
  pushedOn: (since) => `pushed ${since}`,
  unread: (n) => `${n} pushed and unread`,
  announced: (title, sentence) => `A plan is active: ${title}. ${sentence}`,
  sentence: 'Sentence for the desks (required)',
  sentenceHint: 'What happened, and what to do.',
  end: 'End (Beijing time)',
  active: 'This plan is active',
  pushed: 'Pushed to agents',
  activeNote: (name, since, until) => `${name}, ${since}, until ${until}`,
  pushedNote: (name, since) => `${name}, ${since}`,
  receipts: 'Who has read it',
  which: 'Which one',
  standing: 'standing',
  read: (n) => `read by ${n}`,
  ended: (at) => `ended ${at}`,
  agentsRead: (read, all) => `${read} of ${all} agents have read it`,
  othersRead: (n) => `${n} others have read it`,
  unreadAgents: 'Agents who have not',
  readBy: 'Have read it',
  nobodyRead: 'Nobody has read it yet.',
  allRead: 'All agents have read it.',
  earlier: 'Earlier',
  later: 'Later',
  page: (page, pages) => `Page ${page} of ${pages}`,
}

/** What desk and admin say of them. */
export const bulletinTexts: Record<Language, typeof zh> = { zh, en }
