import type { Found } from './fact'
import { bounded, boundOf, numeral, until, valueOf, writtenAmount } from './values'

const measure = String.raw`(?:个)?(?<measure>\(?工作日\)?|自然日|日历日|天|日(?![期常前报程志元韩语照益用间内游托均化光]))`
const spans = new RegExp(
  String.raw`(?<low>${numeral})\s*(?:(?:个)?(?:工作日|天|日)?\s*${until}\s*(?<high>${numeral})\s*)?${measure}|(?<within>${numeral})\s*日(?=内)`,
  'gu',
)
/** Days of a month, of the week or of a year, and what returns: 每月15日, 6月1日, 1至3日. */
const isDate =
  /(?:月份?(?:\d{1,2}日?)?\s*(?:-|—|至|到|~|、|和)?\s*|每|第|星期|周|(?:19|20)\d{2}[-./]\d{1,2}[-./])$/u
const isPart = /[\d.]$/
/** Nothing to wait for. */
const atOnce =
  /(?:当场|即时|立即|马上|现场|当日|当天)(?:就能|即可|可以|可)?(?:办结|办理完毕|办完|办好|出证|取证|拿证|领证|领取|取件|发证)|即办件|立等可取/gu

/** Limits and spans in days, working or natural; 当场办结 is none. */
export function* daysIn(text: string): Generator<Found> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(spans)) {
    const before = text.slice(Math.max(0, from - 16), from)
    if (isPart.test(before) || isDate.test(before)) continue
    const low = valueOf(groups.low ?? groups.within ?? '')
    const high = groups.high === undefined ? undefined : valueOf(groups.high)
    if (low === null || high === null || low > 3_650) continue
    const to = from + all.length
    const of = /工作日/.test(groups.measure ?? '') ? 'working' : 'natural'
    // A limit is a limit: 不超过5日 and 5日内 are five days.
    const bound = boundOf(before, text.slice(to, to + 6)) === 'atLeast' ? 'atLeast' : null
    const amount = high === undefined ? bounded(low, bound, of) : { least: low, most: high, of }
    if (high !== undefined && low > high) continue
    yield { kind: 'days', value: writtenAmount(amount), from, to }
  }
  for (const { index: from, 0: all } of text.matchAll(atOnce)) {
    yield { kind: 'days', value: '0/working', from, to: from + all.length, matter: 'promised' }
  }
}
