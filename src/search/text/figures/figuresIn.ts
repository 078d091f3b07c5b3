import { bareText } from '../normalise'
import { codesIn } from './codes'
import { datesIn } from './dates'
import { documentNumbersIn } from './documentNumbers'
import type { Figure } from './figure'
import { phoneNumbersIn } from './phoneNumbers'
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
