import type { Figure } from './figure'
import { numbersIn, valueForm } from './numerals'

/** What is counted. The names of a line mean the same. */
const measures = `
  工作日 个工作日
  天 日 自然日 个自然日
  个月 个自然月
  年 周年
  周 星期 个星期 礼拜 个礼拜
  小时 个小时 个钟头
  分钟
  岁 周岁
  平方米 平米 个平方 平方 m2
  公里 千米
  公斤 千克
`
/** Each for itself. */
const others = '次 人 名 户 项 条 款 章 级 层 期 号 路 号线 号楼 米 吨 亩 倍 张 份 件 套 辆'
const nameOf = new Map(
  [...measures.trim().split('\n'), ...others.split(' ')].flatMap((line) => {
    const [name = '', ...same] = line.trim().split(/\s+/)
    return [name, ...same].map((each) => [each, name] as const)
  }),
)
/** Characters behind which a measure is the beginning of another word: 五年级, 第一人民医院, 一次性. */
const other: Record<string, string> = {
  ...{ 次: '性数日月', 人: '民员口才家生事力大身群类行', 年: '级龄度终底初检审报金', 级: '别' },
  ...{ 条: '例件款', 户: '口籍外主型', 层: '次', 路: '口线灯费政面段', 期: '间限货望待', 份: '额' },
  ...{ 件: '事', 项: '目', 天: '然气津地空', 周: '边末围转', 日: '期常', 章: '程', 款: '项式' },
  ...{ 元: '旦宵素', 号: '码召', 名: '称字录单', 米: '线粉', 张: '家', 吨: '位' },
}
const whole = (name: string) => (other[name] ? `${name}(?![${other[name]}])` : name)
const measure = [...nameOf.keys()]
  .sort((one, another) => another.length - one.length)
  .map(whole)
  .join('|')

const money = new RegExp(`\\s*(?:${whole('元')}|块钱?|圆)`, 'y')
const moneyBefore = /(?:¥|rmb|人民币)\s*$/
const percent = /\s*%/y
const percentBefore = /百分之$/
const counted = new RegExp(`\\s*(${measure})`, 'y')
const LONGEST_BEFORE = 6
const amount = ['¥', '元'] as const

/** Amounts of money, shares, and how many of something: 三个月, 15个工作日, 第三条. */
export function* quantitiesIn(text: string): Generator<Figure> {
  for (const { from, to, value, written } of numbersIn(text)) {
    const behind = (pattern: RegExp) => {
      pattern.lastIndex = to
      return pattern.exec(text)
    }
    const figure = (
      begin: number,
      end: number,
      [sign, name]: readonly [string, string],
    ): Figure => {
      const forms = [`${sign}${valueForm(value)}${sign === '×' ? name : ''}`]
      return { from: begin, to: end, forms, kept: forms, plain: `${value}${name}` }
    }
    const before = text.slice(Math.max(0, from - LONGEST_BEFORE), from)
    const front = (pattern: RegExp) => from - (pattern.exec(before)?.[0].length ?? 0)
    const begin = front(moneyBefore)
    const [of = ''] = behind(money) ?? []
    if (of !== '' || begin < from) yield figure(begin, to + of.length, amount)
    const share = front(percentBefore)
    const [sign = ''] = behind(percent) ?? []
    if (sign !== '' || share < from) yield figure(share, to + sign.length, ['％', '%'])
    const [all = '', name = ''] = behind(counted) ?? []
    if (all !== '') yield figure(from, to + all.length, ['×', nameOf.get(name) ?? name])
    // 2.5万 is money where nothing is counted.
    if (all + of === '' && /[万亿]$/.test(written)) yield figure(from, to, amount)
  }
}
