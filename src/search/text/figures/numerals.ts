const digits = new Map<string, number>()
for (const row of ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖', '○幺两']) {
  for (const [digit, sign] of [...row].entries()) digits.set(sign, digit)
}
const units = new Map<string, number>()
for (const row of ['十百千', '拾佰仟']) {
  for (const [at, sign] of [...row].entries()) units.set(sign, 10 ** (at + 1))
}
const scales = new Map([
  ['万', 1e4],
  ['亿', 1e8],
])

const chinese = [...digits.keys(), ...units.keys(), ...scales.keys()].join('')
const number = new RegExp(
  String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[十百千万亿]+(?:\d+[百千]?)?)*|[${chinese}]+`,
  'g',
)
/** Behind these 一 ends a word: 统一, 同一. */
const joined = '统同唯之专逐每任另某周期'

/** The numbers of a normalised text as people write them: 2,500, 2.5万, 2万5, 两千五百. */
export function* numbersIn(
  text: string,
): Generator<{ from: number; to: number; value: number; written: string }> {
  for (const { index: from, 0: written } of text.matchAll(number)) {
    const before = text[from - 1] ?? ' '
    const isPart = /\d/.test(written[0] ?? '') ? /[\da-z.,]/.test(before) : /\d/.test(before)
    if (isPart || (written === '一' && joined.includes(before))) continue
    const value = numberOf(written)
    if (value !== null) yield { from, to: from + written.length, value, written }
  }
}

/** Digits one after the other are a year or a name; fewer are a guess, as in 三五天. */
const FEWEST_IN_A_ROW = 3

/** The value of a number as it is written; null where it is none, as 万一. */
export function numberOf(written: string): number | null {
  const parts = written.replaceAll(',', '').match(/\d+(?:\.\d+)?|\D/g) ?? []
  if (parts.length > 1 && parts.every((part) => digits.has(part))) return inARow(parts)
  let total = 0
  /** What stands below the next 万 or 亿. */
  let section = 0
  /** A digit whose unit has not been read. */
  let open: number | null = null
  /** What a digit at the very end counts: 两千五 is 2,500, 两千零五 is not. */
  let next = 1
  for (const part of parts) {
    const digit = /\d/.test(part) ? Number(part) : digits.get(part)
    if (digit !== undefined) {
      if (open) return null
      if (digit === 0) next = 1
      open = digit
      continue
    }
    const unit = units.get(part)
    const scale = scales.get(part) ?? 1
    if (unit !== undefined) {
      if (open === null && unit !== 10 && section === 0) return null
      section += (open ?? 1) * unit
      next = unit / 10
    } else {
      const below = section + (open ?? 0)
      if (below + total === 0) return null
      total = scale > 1e4 ? (total + below) * scale : total + below * scale
      section = 0
      next = scale / 10
    }
    open = null
  }
  return even(total + section + (open ?? 0) * (parts.length > 1 ? next : 1))
}

function inARow(parts: readonly string[]): number | null {
  return parts.length < FEWEST_IN_A_ROW || parts.length > 8
    ? null
    : Number(parts.map((part) => digits.get(part)).join(''))
}

/** Without the dust of binary fractions. */
const even = (value: number) => Math.round(value * 10_000) / 10_000

/** A value as it stands in a figure: a full stop would end the word of an index. */
export const valueForm = (value: number): string => String(value).replace('.', '·')
