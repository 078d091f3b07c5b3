import { numberOf } from '@/search/text/figures/numerals'

/**
 * A quantity as a text says it: between two bounds, both inclusive, of which either may be open; `of` is the unit it
 * is counted per, or the kind of days.
 */
export type Amount = { least: number | null; most: number | null; of: string }

/** `2000/本` is 2,000 fen a copy, `2000..3000/` a range, `..500/` at most, `18../` at least; `5/working` five working days. */
export const writtenAmount = ({ least, most, of }: Amount): string =>
  least === most ? `${least}/${of}` : `${least ?? ''}..${most ?? ''}/${of}`

/** The way back; null for what is no quantity. */
export function amountOf(value: string): Amount | null {
  const [, low, dots, high, of = ''] =
    /^(\d+(?:\.\d+)?)?(\.\.)?(\d+(?:\.\d+)?)?\/(.*)$/.exec(value) ?? []
  if (low === undefined && high === undefined) return null
  const least = low === undefined ? null : Number(low)
  if (!dots) return { least, most: least, of }
  return { least, most: high === undefined ? null : Number(high), of }
}

/** A number as people write it, and what stands between the two of a range. Nobody writes longer ones. */
export const numeral = String.raw`(?:(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?[千万亿]?|[〇零一二两三四五六七八九十百千万亿半]{1,9})`
export const until = String.raw`(?:-|—{1,2}|–|~|至|到)`

/** The value of a numeral; null where it is none. */
export const valueOf = (written: string): number | null =>
  written === '半' ? 0.5 : numberOf(written)

/** What bounds say in front of and behind a quantity. */
const atMostBefore =
  /(?:不超过|不高于|不得超过|不多于|不大于|最高|最多|至多|上限为?|封顶)[\p{Script=Han}]{0,2}$/u
const atLeastBefore = /(?:不低于|不少于|不得少于|不得低于|至少|最低|最少|起步|满|年满)$/u
const atMostBehind = /^\s*(?:\/?[\p{Script=Han}]{0,2})?(?:以下|以内|之内|封顶)/u
const atLeastBehind = /^\s*(?:\/?[\p{Script=Han}]{0,2})?(?:以上|起(?!诉))/u

export type Bound = 'atMost' | 'atLeast' | null

export function boundOf(before: string, behind: string): Bound {
  if (atMostBefore.test(before) || atMostBehind.test(behind)) return 'atMost'
  return atLeastBefore.test(before) || atLeastBehind.test(behind) ? 'atLeast' : null
}

export function bounded(value: number, bound: Bound, of: string): Amount {
  if (bound === 'atMost') return { least: null, most: value, of }
  return { least: value, most: bound === 'atLeast' ? null : value, of }
}
