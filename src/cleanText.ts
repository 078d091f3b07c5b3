/**
 * One form of characters for all text that comes in, by whatever door: what approvers see, databases keep and
 * readers get is then the same. SQLite cuts a text off at a null character; a direction override shows a sentence
 * in another order than it is read aloud; half a character is stored differently by each database.
 */

/** Ends of lines as old programs, Word and web pages write them. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/**
 * What nobody sees: controls but tab and line end, soft hyphens, characters without width, marks and overrides of
 * direction, what editors leave behind, non-characters, tags, and halves of surrogate pairs. Joiners (U+200C,
 * U+200D) and variation selectors stay: some scripts, emoji and names need them.
 */
const unseen = new RegExp(
  [
    '[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u180e]',
    '[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff0-\\ufffc\\ufffe\\uffff\\ufdd0-\\ufdef]',
    '[\\ud83f\\ud87f\\ud8bf\\ud8ff\\ud93f\\ud97f\\ud9bf\\ud9ff\\uda3f\\uda7f\\udabf\\udaff\\udb3f\\udb7f\\udbbf\\udbff][\\udffe\\udfff]',
    '\\udb40[\\udc00-\\udc7f]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
)

/**
 * Characters of one office's own fonts, elsewhere another sign or none, and what a decoder could not read: shown,
 * so that one sees that something is missing.
 */
const unknown = /[\ue000-\uf8ff\ufffd]|[\udb80-\udbff][\udc00-\udfff]/g
const placeholder = '□'

/** A text without what nobody sees. */
export const cleanText = (text: string): string =>
  text.replace(lineEnds, '\n').replace(unseen, '').replace(unknown, placeholder)

/** The same of every text in a value as JSON carries it, names of fields included; other objects stay as they are. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value
  if (Array.isArray(value)) return value.map(cleaned) as Value
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [cleanText(name), cleaned(inner)])
  return Object.fromEntries(entries) as Value
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  mdash: '—',
}

/** The words of what a web page or a vendor's system wrote as HTML: an end of a block is an end of a line. */
export function withoutHtml(text: string): string {
  // Behind the last end of a mark no mark is looked for: each that begins would be, to the end of the text.
  const end = text.lastIndexOf('>') + 1
  const marked = text
    .slice(0, end)
    .replace(/<br\s*\/?>|<\/(p|div|li|tr)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
  return (marked + text.slice(end))
    .replace(/&#(\d+);/g, (_, code: string) => codePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => codePoint(parseInt(code, 16)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
}

/** Whether it was written as HTML: “a<b” alone was not. */
export const isHtml = (text: string): boolean =>
  /<\/(p|div|li|ul|ol|tr|td|table|span|font|strong|em|b|i|a|h[1-6])>|<br\s*\/?>|&nbsp;/i.test(text)

const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
