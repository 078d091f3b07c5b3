import type { Figure } from './figure'

/** ZS000123, zs-123, GB/T 33190: letters, then a number. */
const numbered = /(?<![\da-z])([a-z]{1,5}(?:\/[a-z])?)[-\s]?(\d{2,12})(?![\da-z])/g
/** 91130500MA0D12345X in parts or at one stretch. */
const parts = /(?<![\da-z])[\da-z]{2,}(?:[-\s][\da-z]{2,})*(?![\da-z])/g
/** Letters and digits in one part. */
const mixed = /(?=[a-z]*\d)(?=\d*[a-z])[\da-z]+/g
const SHORTEST = 8
const LONGEST = 32

/** Numbers of entries, standards, licences and firms, in parts or whole. */
export function* codesIn(text: string): Generator<Figure> {
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
