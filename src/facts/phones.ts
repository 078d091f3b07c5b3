import type { Found } from './fact'

const dash = '[-‐-―−]'
const gap = String.raw`(?:\s?${dash}\s?|\s|\)\s?|\/)?`
const area = String.raw`10|2\d|[3-9]\d\d`
const local = String.raw`[2-9]\d{2,3}(?:${dash}|\s)?\d{4}`
const short = String.raw`1[12]\d{3}|9[56]\d{3,4}|100\d{2}|1(?:10|19|20|22)`
const begins = String.raw`(?<![\da-zA-Z.〔[(（第])\(?`
const written = [
  String.raw`(?<mobile>1[3-9]\d(?:(?:${dash}|\s)?\d){8})`,
  String.raw`(?<service>[48]00(?:(?:${dash}|\s)?\d){7})`,
  String.raw`(?:(?:\+|00)?86${gap})?\(?0(?<area>${area})${gap}(?<number>${local})`,
  String.raw`0(?:${area})${dash}(?<beside>${short})`,
  String.raw`(?<local>${local})`,
  String.raw`(?<short>${short})`,
].join('|')
const extension = String.raw`(?:\s*(?:转|分机号?)\s*(?<extension>\d{1,5})|${dash}(?<behind>\d{1,4}))?`
const dialled = new RegExp(
  `${begins}(?:${written})${extension}(?![\\da-zA-Z]|\\.\\d|\\s*(?:元|万|%|人|户|件|号(?!码|线)|年|米|日|个|周岁|次))`,
  'gu',
)
/** 82116688/6699: the same but for its last digits. */
const lastDigits = /^\s*[/／、]\s*(\d{4})(?!\d|[-年])/

/** Words of telephoning before a number, in its clause or as what its line is about. */
const said =
  /电话|热线|拨打|致电|来电|咨询|联系|手机|号码|客服|总机|值班|传真|投诉|举报|报警|急救|服务台|前台|tel|phone/iu
const between = /^[\s、,，;；/／或和及]{1,3}(?:\(?[\p{Script=Han}]{0,8}[:：)]?\s*)?$/u
const year = /^(?:19|20)\d\d\D?(?:19|20)\d\d$/

/**
 * Telephone numbers: digits, with the area code where it is written or stands with the number before, and `#` with
 * the extension. A number without an area code, and a short one, counts where its line is about telephoning.
 */
export function* phonesIn(text: string, isAboutPhones: (at: number) => boolean): Generator<Found> {
  let last: { to: number; area: string; number: string } | null = null
  for (const { index: start, 0: all, groups = {} } of text.matchAll(dialled)) {
    const from = start + (all.startsWith('(') && !all.includes(')') ? 1 : 0)
    const to = start + all.length
    const follows: boolean = last !== null && between.test(text.slice(last.to, from))
    const isWhole = groups.number ?? groups.service ?? groups.beside
    const before =
      text
        .slice(Math.max(0, from - 24), from)
        .split(/[。；;\n]/)
        .at(-1) ?? ''
    if (!isWhole && !follows && !said.test(before) && !isAboutPhones(from)) continue
    if (year.test(all)) continue
    const code: string = groups.number
      ? `0${groups.area}`
      : follows && groups.local
        ? (last?.area ?? '')
        : ''
    const digits = (isWhole ?? groups.mobile ?? groups.local ?? groups.short ?? '').replace(
      /\D/g,
      '',
    )
    const more = groups.extension ?? groups.behind
    yield { kind: 'phone', value: `${code}${digits}${more ? `#${more}` : ''}`, from, to }
    last = { to, area: code, number: digits }
    yield* others(text, last)
  }
}

function* others(
  text: string,
  first: { to: number; area: string; number: string },
): Generator<Found> {
  if (first.number.length < 7) return
  for (let at = first.to; ;) {
    const [all, digits] = lastDigits.exec(text.slice(at, at + 12)) ?? []
    if (!all || !digits) return
    const to = at + all.length
    const value = `${first.area}${first.number.slice(0, -4)}${digits}`
    yield { kind: 'phone', value, from: to - digits.length, to }
    at = to
    first.to = to
  }
}
