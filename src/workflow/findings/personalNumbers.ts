import { isCardNumber } from './bankCard'
import { isIdentityNumber } from './identityCard'

export type PersonalKind = 'identityCard' | 'mobileNumber' | 'bankCard'

/** A number of a person as it stands in a text; half-open, in UTF-16 units. */
export type PersonalNumber = { kind: PersonalKind; digits: string; from: number; to: number }

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

type Given = { digits: string; before: string; after: string; isInLink: boolean }

const isOrderOf = ({ before }: Given) => isOrder.test(before)
const isOther = ({ before, after, isInLink }: Given) =>
  isInLink || named.test(before) || isOrder.test(before) || isNumbered.test(after)
const isSum = ({ before, after }: Given) =>
  isAmount.before.test(before) || isAmount.after.test(after)

/** Full-width forms as half-width ones, character for character, so that places stay the same. */
const halfWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
