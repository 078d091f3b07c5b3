import { bareText } from '../normalise'
import { datesIn } from './dates'
import type { Figure } from './figure'
import { numberOf } from './numerals'
import { quantitiesIn } from './quantities'

const finders = [documentNumbersIn, datesIn, phoneNumbersIn, quantitiesIn, codesIn]

/** The figures of a normalised text in its order, apart from one another; of two in one place the longer. */
export function figuresIn(text: string): Figure[] {
  if (!/[\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]/.test(text)) return []
  const all = finders
    .flatMap((find) => [...find(text)])
    .sort((one, other) => other.to - other.from - (one.to - one.from))
  const chosen: Figure[] = []
  const takenBy = new Int32Array(text.length).fill(-1)
  for (const figure of all) {
    const { from, to } = figure
    const same = chosen[takenBy[from] ?? -1]
    if (same?.from === from && same.to === to) {
      chosen[takenBy[from] ?? -1] = both(same, figure)
    } else if (takenBy.subarray(from, to).every((by) => by < 0)) {
      takenBy.fill(chosen.push(figure) - 1, from, to)
    }
  }
  return chosen.sort((one, other) => one.from - other.from)
}

/** 20240101 may be a day or a telephone number. */
function both(one: Figure, other: Figure): Figure {
  const [forms, kept] = [
    new Set([...one.forms, ...other.forms]),
    new Set([...one.kept, ...other.kept]),
  ]
  return { ...one, forms: [...forms], kept: [...kept] }
}

/** What an index keeps of the figures of these texts, each once. */
export function figureWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(figuresIn).flatMap(({ kept }) => kept))]
}

/** The text without blanks and signs, its figures written in one way. */
export function bareWithFigures(text: string): string {
  let written = ''
  let at = 0
  for (const { from, to, plain } of figuresIn(text)) {
    written += text.slice(at, from) + plain
    at = to
  }
  return bareText(written + text.slice(at))
}

/** ZS000123, zs-123, GB/T 33190: letters, then a number. */
const numbered = /(?<![\da-z])([a-z]{1,5}(?:\/[a-z])?)[-\s]?(\d{2,12})(?![\da-z])/g
/** 91130500MA0D12345X in parts or at one stretch. */
const parts = /(?<![\da-z])[\da-z]{2,}(?:[-\s][\da-z]{2,})*(?![\da-z])/g
/** Letters and digits in one part. */
const mixed = /(?=[a-z]*\d)(?=\d*[a-z])[\da-z]+/g
const SHORTEST = 8
const LONGEST = 32

/** Numbers of entries, standards, licences and firms, in parts or whole. */
function* codesIn(text: string): Generator<Figure> {
  for (const { index: from, 0: all, 1: letters = '', 2: number = '' } of text.matchAll(numbered)) {
    yield figure(from, all, letters.replace('/', '') + number.replace(/^0+(?=\d)/, ''))
  }
  for (const { index: from, 0: all } of text.matchAll(parts)) {
    const each = all.split(/[-\s]/)
    const isWhole = each.every((part) => /\d/.test(part)) && !each.every(isYear)
    if (isWhole) yield* coded(from, all)
    // scan-e5bd8537.pdf: words beside it are none of it.
    else for (const { index, 0: part } of all.matchAll(mixed)) yield* coded(from + index, part)
  }
}

function* coded(from: number, written: string): Generator<Figure> {
  const code = written.replace(/[-\s]/g, '')
  if (code.length >= SHORTEST && code.length <= LONGEST) yield figure(from, written, code)
}

const isYear = (part: string) => /^(?:19|20)\d\d$/.test(part)

function figure(from: number, written: string, code: string): Figure {
  const forms = [`▮${code}`]
  return { from, to: from + written.length, forms, kept: forms, plain: code }
}

const year = String.raw`(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2}`
const serial = String.raw`\d{1,5}|[〇○零一二三四五六七八九十百千]{1,7}`
const open = String.raw`[〔\[({【〖〈《<「]`
const close = String.raw`[〕\])}】〗〉》>」]`
/** 〔2024〕53号, in whatever brackets, 号 left out or not. */
const bracketed = String.raw`${open}\s*(${year})\s*年?\s*${close}\s*第?\s*(${serial})(?!\d)\s*号?`
/** 2024年53号, 2024 53号, 2024年第53号; neither a day of a month nor a line of the underground. */
const bare = String.raw`(?<![\da-z.-])(${year})(?:\s*年\s*第?\s*|\s+第?\s*|\s*第\s*|\s*-\s*)(${serial})\s*号(?![线楼院门厅馆井机])`
const written = new RegExp(`${bracketed}|${bare}`, 'g')

/** Who issued it stands in front; where its name begins nobody can tell, so each ending of it is kept. */
const issuer = /[\p{Script=Han}a-z]{2,}\s?$/u
const LONGEST_ISSUER = 8
const SHORTEST_ISSUER = 2

/** 文号: numbers of documents, the issuer's name in front of them being part of what they are. */
function* documentNumbersIn(text: string): Generator<Figure> {
  for (const found of text.matchAll(written)) {
    const [all, one = found[3] ?? '', other = found[4] ?? ''] = found
    const [from, number] = [found.index, numberOf(other)]
    if (number === null || number === 0) continue
    const issued = numberOf(one)
    const form = `№${issued}№${number}`
    const forms = [...issuersBefore(text.slice(Math.max(0, from - 2 * LONGEST_ISSUER), from)), '']
    const kept = forms.map((name) => name + form)
    const to = from + all.trimEnd().length
    yield { from, to, forms: kept, kept, plain: `${issued}年${number}号` }
  }
}

/** Every ending of the name that stands there, the longest first. */
function issuersBefore(text: string): string[] {
  const [found = ''] = issuer.exec(text) ?? []
  const name = [...found.trim()].slice(-LONGEST_ISSUER)
  return name.flatMap((_, at) =>
    name.length - at < SHORTEST_ISSUER ? [] : name.slice(at).join(''),
  )
}

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
const dialled = new RegExp(
  `${before}(?:${mobile}|${service}|${landline}|(?<local>${local}))${after}`,
  'g',
)

/** Telephone numbers, with and without the area code, however they are set apart. Short ones are words already. */
function* phoneNumbersIn(text: string): Generator<Figure> {
  for (const { index: from, 0: all, groups = {} } of text.matchAll(dialled)) {
    const whole = groups.mobile ?? groups.service ?? groups.local
    const forms = whole
      ? [form(whole)]
      : [form(`0${groups.area}${groups.number}`), form(groups.number ?? '')]
    if (twoYears.test(all)) continue
    yield { from, to: from + all.length, forms, kept: forms, plain: forms[0]?.slice(1) ?? '' }
  }
}

const form = (number: string) => `☎${number.replace(/\D/g, '')}`
