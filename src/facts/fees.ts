import type { Found } from './fact'
import { bounded, boundOf, numeral, until, valueOf, writtenAmount } from './values'

const perUnits =
  '平方米|立方米|千瓦时|公里|小时|工作日|学期|学年|本|证|次|人|份|件|户|月|年|度|吨|天|日|张|套|辆|亩|生|页|科|车|位|间|台|斤|公斤|升|周|季|门|卡|册|枚|例|项|课时|分钟'
const money = new RegExp(
  String.raw`(?<sign>[¥￥]\s*|人民币\s*)?(?<low>${numeral})\s*(?:(?:元|块)?\s*(?:${until}|以上(?=[\d.]+[千万亿]?元以下))\s*(?<high>${numeral})\s*)?(?:(?<unit>元|块钱?|圆)(?![旦宵素])(?:人民币|整)?(?:(?<jiao>[\d一二三四五六七八九])角)?|(?<small>[角])(?!度|落|色))?`,
  'gu',
)
const perBehind = new RegExp(String.raw`^\s*(?:\/|每|一)\s*(?:人|个)?(?<per>${perUnits})`, 'u')
const perBefore = new RegExp(
  String.raw`(?:每|一)(?:个|一)?(?<per>${perUnits})[\p{Script=Han}]{0,6}(?:[:：]|为|按)?\s*$`,
  'u',
)

/** Where nothing is paid: said of the service itself, or of a fee by its name. */
const free = [
  String.raw`不(?:另|再|需)?(?:行)?(?:收取?|缴纳?|交)(?:取)?(?:任何)?[\p{Script=Han}]{0,6}费用?`,
  String.raw`(?:无需|无须|不用|不需要?)(?:缴纳?|交|支付)[\p{Script=Han}]{0,4}费用?`,
  String.raw`不收[钱费](?!的)`,
  String.raw`(?:免收|免缴|免交|免征|免除)[\p{Script=Han}]{0,6}费`,
  '零收费|无收费|不花钱',
  // 免费勘察、免费停车 say how something else is done.
  String.raw`免费(?=$|[，,。；;、)）\s]|办|申|领|发放|补|换|制|提供|受理)`,
]
const freeOf = new RegExp(free.join('|'), 'gu')
/** 收费标准：无 */
const freeByLabel =
  /(?<=(?:收费(?:标准|情况|依据及标准|金额)?|费用|工本费)(?:为|是)?[ \t]{0,2}[:：][ \t]{0,2})(?:无|否|免费|不收)(?![\p{Script=Han}])/gu
/** 收费的、是否收费、免费的条件 tell of no amount. */
const asks = /(?:是否|要不要|能否|需不需要|会不会|可否|如何|怎样|怎么)[\p{Script=Han}]{0,8}$/u

/** Amounts of money, in fen, and what costs nothing. */
export function* feesIn(text: string): Generator<Found> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(money)) {
    const { sign, low = '', high = '', unit, small, jiao } = groups
    if (!sign && !unit && !small) continue
    if (!unit && !small && /^\d+$/.test(text[from + all.length] ?? '')) continue
    const times = small ? 10 : 100
    const most = high === '' ? null : valueOf(high)
    const least = lowOf(low, high)
    if (least === null || /[\d.]/.test(text[from - 1] ?? '')) continue
    const to = from + all.trimEnd().length
    const [before, behind] = [text.slice(Math.max(0, from - 14), from), text.slice(to, to + 10)]
    const of = perOf(before, behind)
    const fen = (value: number) =>
      Math.round(value * times + (jiao ? 10 * (valueOf(jiao) ?? 0) : 0))
    const amount =
      most === null
        ? bounded(fen(least), boundOf(before, behind), of)
        : { least: fen(least), most: fen(most), of }
    if (amount.least !== null && amount.most !== null && amount.least > amount.most) continue
    yield { kind: 'fee', value: writtenAmount(amount), from, to }
  }
  for (const pattern of [freeOf, freeByLabel]) {
    for (const { index: from, 0: all } of text.matchAll(pattern)) {
      if (asks.test(text.slice(Math.max(0, from - 12), from))) continue
      if (/^[的吗么]/.test(text.slice(from + all.length))) continue
      yield { kind: 'fee', value: '0/', from, to: from + all.length, matter: 'charge' }
    }
  }
}

/** 3至5万元 is 3万 to 5万. */
function lowOf(low: string, high: string): number | null {
  const [value, scale] = [valueOf(low), /[万亿]$/.exec(high)?.[0]]
  const isShort = value !== null && scale !== undefined && value < 1_000 && !/[千万亿]$/.test(low)
  return isShort ? value * (scale === '万' ? 1e4 : 1e8) : value
}

function perOf(before: string, behind: string): string {
  const named = perBehind.exec(behind)?.groups?.per ?? perBefore.exec(before)?.groups?.per ?? ''
  return { 证: '本', 日: '天', 千瓦时: '度' }[named] ?? named
}
