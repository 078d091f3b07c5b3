import { numberOf } from '@/search/text/figures/numerals'
import type { Found } from './fact'
import { bounded, boundOf, numeral, until, valueOf, writtenAmount } from './values'

const road = String.raw`(?:大道|大街|路|街|巷|胡同|弄|里|道)`
const parts = String.raw`(?:(?:之[一二三四五六七八九\d]+|[-\d]+号?|[A-Za-z]|[一二三四五六七八九十]+)(?:号楼|号|楼|层|室|栋|座|单元|厅|房)|[A-Za-z]座|主楼|副楼|附楼)`
const addresses = new RegExp(
  String.raw`(?<lead>[\p{Script=Han}]{0,14}?)(?<street>[\p{Script=Han}]{1,6}${road}(?:[东西南北中]段?|[一二三四五六]段)?)\s*(?<house>\d{1,5}(?:-\d{1,4})?)\s*号(?!线|文|令|公告)(?<more>${parts}*)`,
  'gu',
)
/** What may stand right before a street and is no part of its name. */
const beforeStreet = /^.*(?:[省市区县镇乡]|街道|社区|位于|地址|地点|[在到至为于])/u

/** Houses in a street: the street and the number tell it, floor and room are details. */
export function* addressesIn(text: string): Generator<Found> {
  for (const { index: start, 0: all, groups = {} } of text.matchAll(addresses)) {
    const { lead = '', street = '', house = '' } = groups
    const name = street.replace(beforeStreet, '') || street
    const from = start + lead.length + (street.length - name.length)
    yield {
      kind: 'address',
      value: `${name}${house}号`,
      from,
      to: start + all.length,
      matter: 'place',
    }
  }
}

const numbered =
  /(?<issuer>[\p{Script=Han}]{1,10})?\s?[〔[(【〖［（]\s*(?<year>(?:19|20)\d{2})\s*年?\s*[〕\])】〗］）]\s*第?\s*(?<serial>\d{1,5})\s*号/gu
const document = /《([^《》\n]{2,60})》\s*[(（[]?\s*$/u

/** 文号, its brackets as 〔〕; the name of the document in front of it tells whose it is. */
export function* documentNumbersIn(text: string): Generator<Found> {
  for (const { index, 0: all, groups = {} } of text.matchAll(numbered)) {
    const { issuer = '', year = '', serial = '' } = groups
    const own = issuer.replace(/^.*(?:根据|按照|依据|依照|关于|的|和|及|与|见|为|由|号|印发)/u, '')
    const from = index + (issuer.length - own.length)
    const value = `${own}〔${year}〕${Number(serial)}号`
    const [, holder] = document.exec(text.slice(Math.max(0, from - 64), from)) ?? []
    yield {
      kind: 'documentNumber',
      value,
      from,
      to: index + all.length,
      ...(holder ? { holder } : {}),
    }
  }
}

const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`
const month = String.raw`(?:0?[1-9]|1[0-2])`
const dates = new RegExp(
  [
    String.raw`(?<![\d.-])(?<y1>(?:19|20)\d{2})\s*年\s*(?<m1>${month})\s*月\s*(?:(?<d1>${day})\s*[日号])?`,
    String.raw`(?<![\d.-])(?<y2>(?:19|20)\d{2})(?<sign>[-/.])(?<m2>${month})\k<sign>(?<d2>${day})(?![\d.-])`,
    String.raw`(?<![\d.年-])(?<m3>${month})\s*月\s*(?<d3>${day})\s*[日号]`,
    String.raw`(?<y4>二[〇○零][〇○零一二三四五六七八九]{2})年(?<m4>[十一二三四五六七八九]{1,2})月(?:(?<d4>[一二三四五六七八九十]{1,3})日)?`,
  ].join('|'),
  'gu',
)

/** Days of a year, months of a year, and days of any year: `2024-06-01`, `2024-06`, `--06-01`. A year alone is none. */
export function* datesIn(text: string): Generator<Found> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(dates)) {
    const pick = (name: string) =>
      [1, 2, 3, 4].map((at) => groups[`${name}${at}`]).find((one) => one !== undefined)
    const [of, inYear, inMonth] = [pick('y'), pick('m'), pick('d')].map((one) =>
      one === undefined ? null : numberOf(one),
    )
    const two = (value: number) => String(value).padStart(2, '0')
    const parts = [
      of ? String(of) : '-',
      inMonth ? `${two(inYear ?? 0)}-${two(inMonth)}` : two(inYear ?? 0),
    ]
    yield { kind: 'date', value: parts.join('-'), from, to: from + all.trimEnd().length }
  }
}

const shares = new RegExp(
  String.raw`(?<![\d.])(?<low>\d+(?:\.\d+)?)\s*(?:%?\s*${until}\s*(?<high>\d+(?:\.\d+)?)\s*)?%|百分之(?<word>[〇零一二三四五六七八九十百]+)`,
  'gu',
)

export function* percentagesIn(text: string): Generator<Found> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(shares)) {
    const found = amountIn(text, { from, to: from + all.length, groups })
    if (found) yield { kind: 'percentage', ...found, matter: 'share' }
  }
}

const ages = new RegExp(
  String.raw`(?<![\d.])(?<low>${numeral})\s*(?:(?:周?岁)?\s*${until}\s*(?<high>${numeral})\s*)?周?岁`,
  'gu',
)

/** 年满18周岁 and 18周岁以上 are `18../`, 不满18周岁 and 18周岁以下 `..18/`. */
export function* agesIn(text: string): Generator<Found> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(ages)) {
    const isBelow = /(?:不满|未满|不足|小于|低于|未达到?)$/u.test(
      text.slice(Math.max(0, from - 4), from),
    )
    const found = amountIn(text, { from, to: from + all.length, groups, isBelow })
    if (found) yield { kind: 'age', ...found, matter: 'condition' }
  }
}

type Match = {
  from: number
  to: number
  groups: Record<string, string | undefined>
  isBelow?: boolean
}

function amountIn(text: string, { from, to, groups, isBelow }: Match) {
  const [low, high] = [
    valueOf(groups.low ?? groups.word ?? ''),
    groups.high && valueOf(groups.high),
  ]
  if (low === null || high === null) return null
  if (high)
    return low > high
      ? null
      : { value: writtenAmount({ least: low, most: high, of: '' }), from, to }
  const bound = isBelow
    ? 'atMost'
    : boundOf(text.slice(Math.max(0, from - 8), from), text.slice(to, to + 6))
  return { value: writtenAmount(bounded(low, bound, '')), from, to }
}
