import type { Figure } from './figure'
import { numberOf } from './numerals'

const year = String.raw`(?<year>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})`
const month = String.raw`(?<month>0?[1-9]|1[0-2]|十[一二]?|[元一二三四五六七八九])`
const day = String.raw`(?<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])`
const before = String.raw`(?<![\d.a-z-])`
const patterns = [
  // 2024年1月1日, 二〇二四年一月一号
  `${before}${year}\\s*年\\s*${month}\\s*月份?\\s*${day}\\s*[日号]`,
  // 2024-01-01, 2024/1/1, 2024.1.1
  `${before}${year}(?<sign>[-/.])${month}\\k<sign>${day}(?![\\d.-])`,
  `${before}${year}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`,
  // 2024年1月, 2024-01
  `${before}${year}\\s*年\\s*${month}\\s*月份?`,
  `${before}${year}[-/](?<month>0[1-9]|1[0-2])(?![\\d/-])`,
  // 1月1日, 一月一号
  `(?<![\\d.十])${month}\\s*月\\s*${day}\\s*[日号]`,
].map((pattern) => new RegExp(pattern, 'g'))

/** Days, days of any year, and months of a year. */
export function* datesIn(text: string): Generator<Figure> {
  for (const pattern of patterns) {
    for (const { index: from, 0: all, groups = {} } of text.matchAll(pattern)) {
      const date = [groups.year, groups.month, groups.day].map(valueOf)
      yield { from, to: from + all.length, ...formsOf(date) }
    }
  }
}

type Value = number | null

/** Whoever asks for a day means that day; whoever asks for a month is told of its days too. */
function formsOf([year, month, day]: readonly Value[]): Omit<Figure, 'from' | 'to'> {
  const whole = year && month && day ? [`◷${year}◷${month}◷${day}`] : []
  const ofAnyYear = month && day ? [`◷${month}◷${day}`] : []
  const ofMonth = year && month ? [`◷${year}◷${month}◷`] : []
  const forms = whole.length + ofAnyYear.length > 0 ? [...whole, ...ofAnyYear] : ofMonth
  const plain = `${year ? `${year}年` : ''}${month}月${day ? `${day}日` : ''}`
  return { forms, kept: [...whole, ...ofAnyYear, ...ofMonth], plain }
}

function valueOf(written: string | undefined): Value {
  if (written === undefined) return null
  if (written === '元') return 1
  return numberOf(written.startsWith('廿') ? `二十${written.slice(1)}` : written)
}
