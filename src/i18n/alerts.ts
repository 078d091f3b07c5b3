import type { Language } from './language'

/** `usual` is null where no week was known yet to compare with. */
type Compared = { count: number; usual: number | null }

const isHardlyAny = (usual: number): boolean => usual < 1
/** How many times as often; null where that says nothing. */
const oftener = ({ count, usual }: Compared): string | null =>
  usual === null || isHardlyAny(usual) ? null : (count / usual).toFixed(1)
const told = (times: string | null, words: (times: string) => string): string =>
  times === null ? '—' : words(times)

const zh = {
  about:
    '一小时内被查询或阅读得远比平常多的话、内容和县区（含开发区、园区）。平常是指以往各周同一天、同一钟点的加权平均；还没有往周数据时，达到提示人数即提示。同一对象一天内只提示一次。',
  empty: '还没有异常热度。查询或阅读突然增多时，几分钟内列在这里，并有消息提醒。',
  at: '时间（北京时间）',
  what: '查询的话、内容或县区',
  kind: '类别',
  kinds: { query: '查询的话', entry: '内容', district: '县区' },
  count: '近一小时人次',
  usual: '平常人次',
  times: '倍数',
  uncompared: '还没有往周可比，已达到提示人数',
  usually: (n: number | null): string => {
    if (n === null) return zh.uncompared
    return isHardlyAny(n) ? '几乎没有' : `约 ${Math.round(n)}`
  },
  timesOf: (compared: Compared) => told(oftener(compared), (times) => `${times} 倍`),
  unit: '单位',
  record: '明细',
  rows: { query: '检索记录', entry: '浏览记录', district: '浏览记录' },
  attention: '昨天以来的异常热度',
}

const en: typeof zh = {
  about:
    'What was asked or read far more than usual within an hour: questions, entries, counties and zones. Usual is the weighted mean of the same hour of the same weekday; where there is no week yet, what comes to a fixed number is told. Each is told once a day.',
  empty: 'Nothing unusual yet. A rush is here within minutes, with a message.',
  at: 'At (Beijing time)',
  what: 'Question, entry or district',
  kind: 'Kind',
  kinds: { query: 'Questions', entry: 'Entries', district: 'Districts' },
  count: 'In an hour',
  usual: 'Usually',
  times: 'Times',
  uncompared: 'no week to compare with yet; it came to the number that is told',
  usually: (n) => {
    if (n === null) return en.uncompared
    return isHardlyAny(n) ? 'hardly any' : `about ${Math.round(n)}`
  },
  timesOf: (compared) => told(oftener(compared), (times) => `${times} times`),
  unit: 'Unit',
  record: 'Record',
  rows: { query: 'Searches', entry: 'Readings', district: 'Readings' },
  attention: 'Unusual demand since yesterday',
}

/** What 异常热度 says. */
export const alertTexts: Record<Language, typeof zh> = { zh, en }

type Said = {
  kind: keyof (typeof zh)['kinds']
  title: string
  number: string | null
} & Compared

/** What a message says of it: messages are in Chinese. Without a title its reader may not see it. */
export function aboutAlert({ kind, title, number, count, usual }: Said): string {
  const what = { query: `查询“${title}”`, entry: entryOf(number, title), district: title }[kind]
  return `${what}，近一小时 ${count} 人次，${usuallyOf(usual)}`
}

const entryOf = (number: string | null, title: string) => (title ? `${number}《${title}》` : number)

function usuallyOf(usual: number | null): string {
  if (usual === null) return zh.uncompared
  const usually = zh.usually(usual)
  return isHardlyAny(usual) ? `平常${usually}` : `平常${usually} 人次`
}
