import type { Figure } from './figure'

const dash = '[-‐-―−]'
const gap = `(?:\\s?${dash}\\s?|\\s|\\)\\s?|/)?`
const country = String.raw`(?:(?:\+|00)?86${gap})`
const area = String.raw`10|2\d|[3-9]\d\d`
/** 3012345, 301-2345, 8301 2345 */
const local = String.raw`\d{3,4}(?:${dash}|\s)?\d{4}`
const before = String.raw`(?<![\da-z.])`
const after = String.raw`(?![\da-z]|\.\d)`
const landline = `\\(?(?:${country}\\(?0?|\\(?0)(?<area>${area})${gap}(?<number>${local})`
const mobile = `${country}?(?<mobile>1[3-9]\\d(?:(?:${dash}|\\s)?\\d){8})`
const service = `(?<service>[48]00(?:(?:${dash}|\\s)?\\d){7})`
/** 2024-2025 */
const twoYears = /^(?:19|20)\d\d\D(?:19|20)\d\d$/
const written = new RegExp(
  `${before}(?:${mobile}|${service}|${landline}|(?<local>${local}))${after}`,
  'g',
)

/** Telephone numbers, with and without the area code, however they are set apart. Short ones are words already. */
export function* phoneNumbersIn(text: string): Generator<Figure> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(written)) {
    const whole = groups.mobile ?? groups.service ?? groups.local
    const forms = whole
      ? [form(whole)]
      : [form(`0${groups.area}${groups.number}`), form(groups.number ?? '')]
    if (twoYears.test(all)) continue
    yield { from, to: from + all.length, forms, kept: forms, plain: forms[0]?.slice(1) ?? '' }
  }
}

const form = (number: string) => `☎${number.replace(/\D/g, '')}`
