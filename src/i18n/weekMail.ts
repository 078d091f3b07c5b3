import type { Language } from './language'

const zh = {
  subject: (span: string) => `知库：每周简报（${span}）`,
  of: (unit: string | null) => (unit === null ? '全部单位' : `${unit}及下属单位`),
  lead: (span: string, before: string) => `${span} 的统计数字，括号内为前一周（${before}）：`,
  figures: '明细和图表',
  change: '修改或取消每周简报',
}

const en: typeof zh = {
  subject: (span) => `weekly report, ${span}`,
  of: (unit) => (unit === null ? 'All units' : `${unit} and below`),
  lead: (span, before) => `Figures of ${span}, in brackets those of the week before (${before}):`,
  figures: 'In detail',
  change: 'Change or stop',
}

/** The mail of a week's figures says it in both languages. */
export const weekMailTexts: Record<Language, typeof zh> = { zh, en }
