import type { Notice } from './workingDays'

/** What is wrong with a notice, for people; `at` is the sentence or the day it is about. */
export type Flaw =
  | { kind: 'weekday'; at: string; weekday: string }
  | { kind: 'count'; at: string; counted: number }
  | { kind: 'noDay'; at: string }
  | { kind: 'otherYear'; at: string }
  | { kind: 'weekend'; at: string }
  | { kind: 'missing'; at: string }

/** By 全国年节及纪念日放假办法, article 2. */
const festivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

const dayPattern =
  /(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:[（(](?<said>[^）)]*)[）)])?/gu

/**
 * Reads the notice of the General Office of the State Council as it is published: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。” A weekday, and how many days it says they are, must be right: both are where a mistake shows.
 */
export function readNotice(text: string, year: number): { notice: Notice } | { flaws: Flaw[] } {
  const flaws: Flaw[] = []
  const daysOff: string[] = []
  const worked: string[] = []
  const told = new Set<string>()
  for (const sentence of plain(text).split(/[。;\n]/u)) {
    const isWork = sentence.includes('上班')
    if (!isWork && !sentence.includes('放假')) continue
    const days = daysIn(sentence, year, flaws)
    if (days.length === 0) continue
    for (const festival of festivals) if (sentence.includes(festival)) told.add(festival)
    if (isWork) worked.push(...days)
    else {
      daysOff.push(...days)
      const [, said] = /(?:共|放假)(\d+)天/u.exec(sentence) ?? []
      if (said !== undefined && Number(said) !== days.length)
        flaws.push({ kind: 'count', at: asWritten(sentence), counted: days.length })
    }
  }
  for (const day of worked)
    if (![0, 6].includes(new Date(day).getUTCDay())) flaws.push({ kind: 'weekend', at: day })
  for (const festival of festivals)
    if (!told.has(festival)) flaws.push({ kind: 'missing', at: festival })
  const notice = { year, daysOff: inOrder(daysOff), worked: inOrder(worked) }
  return flaws.length > 0 ? { flaws } : { notice }
}

/** As it is typed: what is copied from other programs has spaces between, and figures and marks of another width. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[^\S\n]+/gu, '')

/** And again as Chinese is written, for people. */
const asWritten = (text: string): string =>
  text.replace(/[(),:]/gu, (mark) => ({ '(': '（', ')': '）', ',': '，', ':': '：' })[mark] ?? mark)

const inOrder = (days: readonly string[]): string[] => [...new Set(days)].sort()

/** The days a sentence names; `至` between two names all from one to the other. */
function daysIn(sentence: string, year: number, flaws: Flaw[]): string[] {
  const days: string[] = []
  let before: { date: Date; end: number } | null = null
  for (const found of sentence.matchAll(dayPattern)) {
    const date = dateOf(found, before?.date ?? null, year)
    if (!date) {
      flaws.push({ kind: 'noDay', at: asWritten(found[0]) })
      continue
    }
    check(date, found, year, flaws)
    const isRange =
      before !== null && /^\s*[至到—-]\s*$/u.test(sentence.slice(before.end, found.index))
    if (isRange && before) days.push(...between(before.date, date))
    else days.push(nameOf(date))
    before = { date, end: found.index + found[0].length }
  }
  return days
}

/** A day of the same month as the one before where it names none; null where there is no such day. */
function dateOf({ groups = {} }: RegExpMatchArray, before: Date | null, year: number): Date | null {
  const month = groups.month ? Number(groups.month) : before && before.getUTCMonth() + 1
  if (!month) return null
  const named = groups.year ? Number(groups.year) : (before?.getUTCFullYear() ?? year)
  const date = new Date(Date.UTC(named, month - 1, Number(groups.day)))
  return date.getUTCMonth() === month - 1 ? date : null
}

function check(date: Date, found: RegExpMatchArray, year: number, flaws: Flaw[]): void {
  const [, said] = /(?:周|星期)([日天一二三四五六])/u.exec(found.groups?.said ?? '') ?? []
  const weekday = weekdays[date.getUTCDay()] ?? ''
  if (said !== undefined && said.replace('天', '日') !== weekday)
    flaws.push({ kind: 'weekday', at: asWritten(found[0]), weekday: `周${weekday}` })
  // A New Year begins on its last days of December, and makes up for them there.
  const isNear = date.getUTCFullYear() === year || nameOf(date).startsWith(`${year - 1}-12`)
  if (!isNear) flaws.push({ kind: 'otherYear', at: asWritten(found[0]) })
}

const length = 24 * 60 * 60 * 1000

/** All days after one up to the other. */
const between = (from: Date, to: Date): string[] =>
  Array.from({ length: Math.max(0, (to.getTime() - from.getTime()) / length) }, (_, n) =>
    nameOf(new Date(from.getTime() + (n + 1) * length)),
  )

const nameOf = (date: Date): string => date.toISOString().slice(0, 10)
