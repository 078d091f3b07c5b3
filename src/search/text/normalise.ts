import { Converter } from 'opencc-js/t2cn'

/** Text in the one form that is indexed and asked for, with the way back to the original. */
export type Normalised = {
  text: string
  /** For each UTF-16 unit of `text`: where the original character it came from begins, and ends. */
  from: Uint32Array
  to: Uint32Array
}

const convert = Converter({ from: 't', to: 'cn' })
const invisible = /^[\p{Cf}\p{Mn}\p{Me}]$/u
/** Half a pair, or a control character: SQLite and the segmenter speak UTF-8 and stop at a zero. */
const unspeakable = /^[\ud800-\udfff\p{Cc}]$/u

/** One entry a character ever met; characters repeat, so each is worked out once. */
const forms = new Map<string, string>()

/**
 * Half-width, simplified, lower case, without invisible characters. It works character by character:
 * phrase-wise conversion would be finer for a few words but lose the way back to the original.
 */
export function normalise(original: string): Normalised {
  const even = evenly(original)
  if (even !== null) {
    const { from, to } = unmoved(original.length)
    return { text: even, from, to }
  }
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of original) {
    const form = formOf(character)
    const end = at + character.length
    for (let unit = 0; unit < form.length; unit++) {
      from.push(at)
      to.push(end)
    }
    parts.push(form)
    at = end
  }
  return { text: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) }
}

/** The normalised text alone, where nobody needs the way back. */
export function normalisedText(original: string): string {
  const even = evenly(original)
  if (even !== null) return even
  let text = ''
  for (const character of original) text += formOf(character)
  return text
}

/** Letters and digits alone: 「怎么办？」 and 「怎么办」 are the same question. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A whole question in the form by which two are the same: normalised, without spaces and punctuation. */
export const askedForm = (typed: string): string => bareText(normalisedText(typed))

/** The form of each unit that has one of its own, as long as itself; 0 where that is not known yet. */
const evenForms = new Uint16Array(0x10000)
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The form of a text in which each unit becomes one unit, as in nearly all; null for any other. */
function evenly(original: string): string | null {
  const units = new Uint16Array(original.length)
  for (let at = 0; at < units.length; at++) {
    const unit = original.charCodeAt(at)
    const form = evenForms[unit] || (evenForms[unit] = evenFormOf(unit))
    if (form === 0) return null
    units[at] = form
  }
  return utf16.decode(units)
}

function evenFormOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return 0
  const form = formOf(String.fromCharCode(unit))
  return form.length === 1 ? form.charCodeAt(0) : 0
}

let places = new Uint32Array()

/** The way back where nothing moved. */
function unmoved(length: number): Pick<Normalised, 'from' | 'to'> {
  if (places.length <= length) places = Uint32Array.from({ length: 2 * length + 1 }, (_, at) => at)
  return { from: places.subarray(0, length), to: places.subarray(1, length + 1) }
}

function formOf(character: string): string {
  const known = forms.get(character)
  if (known !== undefined) return known
  const form = workOut(character)
  forms.set(character, form)
  return form
}

function workOut(character: string): string {
  if (character === '\n') return character
  if (unspeakable.test(character)) return ' '
  const wide = character.normalize('NFKC')
  if (invisible.test(wide)) return ''
  return [...wide]
    .map((part) => simplified(part))
    .join('')
    .toLowerCase()
}

/** The simplified form of one character; anything else comes back as it is. */
function simplified(character: string): string {
  return character < '\u3400' ? character : convert(character)
}

/** Normalised text as single characters, a Latin word or a number as one of them. */
export function charactersOf(text: string): string[] {
  return text.match(/[a-z0-9]+|[\p{L}\p{N}]/gu) ?? []
}

/** Pairs of neighbouring letters and digits, each once. */
export function pairsIn(text: string): string[] {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  }
  return [...pairs]
}
