import type { FactKind } from './fact'
import { amountOf, type Amount } from './values'

/** May both be true at once? Two facts of one kind about one thing. */
export function areCompatible(kind: FactKind, one: string, other: string): boolean {
  if (one === other) return true
  switch (kind) {
    case 'phone':
      return isSameLine(one, other)
    case 'fee':
    case 'days':
    case 'percentage':
    case 'age':
      return areAmounts(kind, one, other)
    case 'date':
      // 6月1日 of any year, and a month of which the other names the day.
      return one.length !== other.length || one.startsWith('-') !== other.startsWith('-')
    default:
      return false
  }
}

/** With or without area code and extension it is one line. A short number reaches another desk and stands beside. */
function isSameLine(one: string, other: string): boolean {
  const [[ours = '', inner], [theirs = '', within]] = [one.split('#'), other.split('#')]
  const isLine = (number: string) => number.length >= 7 && !/^[48]00/.test(number)
  if (!isLine(ours) || !isLine(theirs)) return true
  if (isMobile(ours) !== isMobile(theirs)) return true
  const isSame = ours.endsWith(theirs) || theirs.endsWith(ours)
  return isSame && (inner === within || !inner || !within)
}

const isMobile = (number: string) => /^1[3-9]\d{9}$/.test(number)

function areAmounts(kind: FactKind, one: string, other: string): boolean {
  const [ours, theirs] = [amountOf(one), amountOf(other)]
  if (!ours || !theirs) return true
  if (ours.of !== theirs.of && ours.of !== '' && theirs.of !== '') {
    return kind === 'days' ? areDays(ours, theirs) : true
  }
  // 不超过1.2元 and 不超过1.5元 overlap, and say two things.
  if (ours.least === null && theirs.least === null) return ours.most === theirs.most
  if (ours.most === null && theirs.most === null) return ours.least === theirs.least
  return overlap(ours, theirs)
}

const overlap = (one: Amount, other: Amount): boolean =>
  (one.least ?? -Infinity) <= (other.most ?? Infinity) &&
  (other.least ?? -Infinity) <= (one.most ?? Infinity)

/**
 * So many working days are at least as many natural ones, and with weekends between them and a holiday not many more;
 * 日 alone is taken for either.
 */
function areDays(one: Amount, other: Amount): boolean {
  const [working, natural] = one.of === 'working' ? [one, other] : [other, one]
  const most = working.most === null ? null : Math.ceil(working.most * 1.4) + 2
  return overlap({ ...working, most }, natural)
}

/** Is it one body? 市民政局 and 云澜市民政局 are; what is of 市民政局社会救助科 is not all of the bureau's. */
export const isSameHolder = (one: string, other: string): boolean =>
  one === other || one.endsWith(other) || other.endsWith(one)

/** What is the same of a value in all its ways to be written: of a phone its last digits, of a fee what it is without per what. */
export const heartOf = (kind: FactKind, value: string): string =>
  kind === 'phone'
    ? (value.split('#')[0] ?? '').slice(-7)
    : value.replace(/\/(?!working|natural).*$/, '')
