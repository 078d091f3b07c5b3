import { halfWidth } from '@/search/text/halfWidth'

type PersonalKind = 'identityCard' | 'mobileNumber' | 'bankCard'

/** A number of a person as it stands in a text; half-open, in UTF-16 units. */
type PersonalNumber = { kind: PersonalKind; digits: string; from: number; to: number }

/** What people write between the groups of a number. */
const gap = '[ \\t\\u00a0\\u2000-\\u200b\\u2010-\\u2015\\u202f\\u2060\\u2212\\u3000\\ufeff·-]{0,3}'
const begins = '(?:(?<![0-9A-Za-z])|(?<=tel|phone|mobile|id|no|qq|wx|vx))'
const ends = '(?![0-9A-Za-z])'
const pattern = (...forms: string[]) => new RegExp(`${begins}(${forms.join('|')})${ends}`, 'gi')
const groups = (...parts: string[]) => parts.join(gap)
const digits = (count: number) => groups(...Array.from({ length: count }, () => '\\d'))

const identity = pattern(`${digits(17)}${gap}[\\dX]`, digits(15))
/** Not digit by digit: two office lines side by side are as long as a card. */
const card = pattern(
  '\\d{15,19}',
  `${groups('\\d{4}', '\\d{4}', '\\d{4}', '\\d{4}')}(?:${gap}\\d{1,3})?`,
  groups('\\d{6}', '\\d{10,13}'),
  groups('\\d{4}', '\\d{6}', '\\d{5}'),
)
const first = '1[3-9]\\d'
const mobile = new RegExp(
  `${begins}(?:(?:\\+|00)?86${gap})?0?(${[
    groups(first, '\\d{4}', '\\d{4}'),
    groups(`${first}\\d`, '\\d{4}', '\\d{3}'),
    groups(`${first}\\d`, '\\d{3}', '\\d{4}'),
    groups(first, '\\d{3}', '\\d{5}'),
    groups(`${first}\\d\\d`, '\\d{6}'),
  ].join('|')})${ends}`,
  'gi',
)

/** The number of a document, an order or an item says so in front of it; that of a 证件 is a person's. */
const named =
  /(?<!身份证|证件)(?:编号|编码|代码|文号|单号|流水号|受理号|案号|批号|条码|事项码)[为是]?[\s：:（(]*$/
const isOrder = /(?:工单|订单|流水|受理|办件|案件|文)(?:编号|编码|号码?)[为是]?[\s：:（(]*$/
const isAmount = {
  before: /[¥￥$]\s*$/,
  after: /^\s*(?:(?:余|多)?元|万元|亿元|美元|\.\d{1,2}(?!\d))/,
}
const isNumbered = /^\s*号(?![码机])/
const address = /https?:\/\/[\x21-\x7e]+/gi

/**
 * Identity, bank-card and mobile numbers of persons, in the order of the text. What is no person's looks
 * different (landlines, 12345, 400, 95xxx) or says what it is; a unit's own mobile is the caller's to know.
 */
export function personalNumbers(text: string, now = Date.now()): PersonalNumber[] {
  if (!hasDigits(text, fewest)) return []
  const plain = halfWidth(text)
  const links = [...plain.matchAll(address)].map(({ index, 0: link }) => [
    index,
    index + link.length,
  ])
  const found: PersonalNumber[] = []
  const take = (kind: PersonalKind, form: RegExp, isOne: (given: Given) => boolean) => {
    for (const match of plain.matchAll(form)) {
      const written = match[1] ?? ''
      const to = match.index + match[0].length
      const from = to - written.length
      const given = {
        digits: written.replace(/[^\dXx]/g, '').toUpperCase(),
        before: plain.slice(Math.max(0, from - 16), from),
        after: plain.slice(to, to + 6),
        isInLink: links.some(([start = 0, end = 0]) => from >= start && to <= end),
      }
      const isTaken = found.some((other) => from < other.to && to > other.from)
      if (!isTaken && isOne(given)) found.push({ kind, digits: given.digits, from, to })
    }
  }
  take(
    'identityCard',
    identity,
    (given) => isIdentityNumber(given.digits, now) && !isOrderOf(given),
  )
  take('bankCard', card, (given) => isCardNumber(given.digits) && !isOther(given))
  take('mobileNumber', mobile, (given) => !isOther(given) && !isSum(given))
  return found.sort((one, other) => one.from - other.from)
}

/** A mobile number has as many, all others more. */
const fewest = 11

/** Most texts are told by this alone: nearly every search is, and people wait for it. */
function hasDigits(text: string, count: number): boolean {
  let left = count
  for (const _ of text.matchAll(/[0-9０-９]/g)) if ((left -= 1) === 0) return true
  return false
}

type Given = { digits: string; before: string; after: string; isInLink: boolean }

const isOrderOf = ({ before }: Given) => isOrder.test(before)
const isOther = ({ before, after, isInLink }: Given) =>
  isInLink || named.test(before) || isOrder.test(before) || isNumbered.test(after)
const isSum = ({ before, after }: Given) =>
  isAmount.before.test(before) || isAmount.after.test(after)

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const earliest = Date.UTC(1900, 0, 1)

/** A resident identity number: 18 digits by GB 11643-1999, or 15 as issued before, of a plausible birthday. */
function isIdentityNumber(digits: string, now = Date.now()): boolean {
  if (!provinces.has(digits.slice(0, 2))) return false
  if (/^\d{15}$/.test(digits)) return isBirthday(`19${digits.slice(6, 12)}`, now)
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  return isBirthday(digits.slice(6, 14), now) && digits.at(-1) === checkOf(digits)
}

/** The check character (ISO 7064, MOD 11-2) of the first seventeen digits. */
function checkOf(digits: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return checks[sum % 11]
}

function isBirthday(day: string, now: number): boolean {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)].map(Number)
  if (year === undefined || month === undefined || date === undefined) return false
  const at = new Date(Date.UTC(year, month - 1, date))
  const isOfCalendar = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isOfCalendar && at.getTime() >= earliest && at.getTime() <= now
}

/** How cards of Chinese banks begin, and how many digits they have. */
const cards: readonly { begins: RegExp; lengths: readonly number[] }[] = [
  { begins: /^62/, lengths: [16, 17, 18, 19] },
  // Issued before UnionPay's own numbers, and still in use.
  { begins: /^(?:9558|4367|4563|5264|6013|6858|9400|9111|9560)/, lengths: [16, 18, 19] },
  { begins: /^(?:4|5[1-5]|35)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
]

/** A bank card's number: of a known issuer's form, and with the right check digit (Luhn). */
function isCardNumber(digits: string): boolean {
  const isKnown = cards.some(
    ({ begins, lengths }) => begins.test(digits) && lengths.includes(digits.length),
  )
  return isKnown && new Set(digits).size > 2 && sumOf(digits) % 10 === 0
}

function sumOf(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, at) => {
    const worth = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (worth > 9 ? worth - 9 : worth)
  }, 0)
}

/** The text with the middle of every number of a person hidden: for records, which never change again. */
export const withoutNumbers = (text: string): string =>
  maskNumbers(text, personalNumbers(text)).text

/** Hides these numbers; `ranges` tells where each stands in the masked text, in the same order. */
export function maskNumbers(
  text: string,
  numbers: readonly PersonalNumber[],
): { text: string; ranges: [number, number][] } {
  let masked = ''
  let at = 0
  const ranges = numbers.map((number): [number, number] => {
    masked += text.slice(at, number.from)
    at = number.to
    const from = masked.length
    masked += maskOf(number)
    return [from, masked.length]
  })
  return { text: masked + text.slice(at), ranges }
}

/** 138****5678; of a longer number four digits at each end. */
function maskOf({ kind, digits }: PersonalNumber): string {
  const shown = kind === 'mobileNumber' ? 3 : 4
  return `${digits.slice(0, shown)}${'*'.repeat(digits.length - shown - 4)}${digits.slice(-4)}`
}

/** How records that never change name an entry; a number of a person in its title is masked. */
export const nameOfEntry = ({ number, title }: { number?: string; title?: string }): string =>
  withoutNumbers([number, title].filter(Boolean).join(' '))
