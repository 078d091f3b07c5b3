import type { Language } from './language'

const zh = {
  read: '本单位近七天读得最多的内容',
  readOfAll: '近七天读得最多的内容',
  readNone: '近七天还没有人阅读。',
  counts: (reads: number, readers: number, uses: number) =>
    `阅读 ${reads} 次 · ${readers} 人次 · 使用 ${uses} 次`,
  inVain: '近七天多人查过、没有得到答案的话',
  inVainNone: '没有三人以上查过而没有结果或没有打开的话。',
  askers: (n: number) => `${n} 人次`,
  trend: '近两周走势',
  day: '日期',
  reads: '阅读',
  uses: '使用',
}

const en: typeof zh = {
  read: 'Most read of our unit within seven days',
  readOfAll: 'Most read within seven days',
  readNone: 'Nobody read anything within seven days.',
  counts: (reads, readers, uses) => `${reads} readings · ${readers} readers · used ${uses} times`,
  inVain: 'Asked by several in vain within seven days',
  inVainNone: 'Nothing that three or more asked found nothing, or was left unopened.',
  askers: (n) => `by ${n}`,
  trend: 'Two weeks',
  day: 'Day',
  reads: 'Readings',
  uses: 'Uses',
}

/** What the week on the first page of the admin says. */
export const weekTexts: Record<Language, typeof zh> = { zh, en }
