import type { EntrySummary } from './entrySummary'
import type { Contact } from './readContact'

type Spoken = Pick<EntrySummary, 'title' | 'summary' | 'unit' | 'validUntil'> & {
  html: string
  contact: Contact | null
}

/**
 * The answer as plain Chinese to be read aloud or pasted: question, answer, details, unit and phone,
 * validity, a line each. Lists are counted in Chinese, phone numbers grouped as they are spoken, and nobody
 * spells out an address of the web.
 */
export function spokenAnswer({ title, summary, html, unit, contact, validUntil }: Spoken): string {
  const details = linesOf(html)
  const name = unit.above && !unit.name.includes(unit.above) ? unit.above + unit.name : unit.name
  const lines = [
    `问：${title}`,
    `答：${sentence(summary)}`,
    // A text of one sentence is often its own summary.
    ...details.filter((line) => sentence(line) !== sentence(summary)).map(sentence),
    sentence(`责任单位：${name}${contact?.phone ? `，咨询电话：${contact.phone}` : ''}`),
    validUntil ? `本答复有效至${dayOf(validUntil)}。` : '',
  ]
  return lines.filter(Boolean).map(readable).join('\n')
}

/** What our own rendering (src/blocks/render.ts) is made of: whole tags and text between them. */
const token = /<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g

/** A rendered text as lines; each item of a list and each row of a table is one. */
function linesOf(html: string): string[] {
  const lines: string[] = []
  /** How many items of each open list there were. */
  const lists: { count: number }[] = []
  let line = ''
  let heads: string[] = []
  let cells: string[] | null = null
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  for (const [, slash, tag = '', words] of html.matchAll(token)) {
    const isEnd = slash === '/'
    if (words !== undefined) line += plain(words)
    else if (tag === 'ol' || tag === 'ul') {
      end()
      if (isEnd) lists.pop()
      else lists.push({ count: 0 })
    } else if (tag === 'li') {
      end()
      const list = lists.at(-1)
      if (!isEnd && list) line = marker(++list.count, lists.length)
    } else if (tag === 'td' || tag === 'th') {
      if (isEnd) {
        if (tag === 'th') heads.push(line.trim())
        else cells?.push(line.trim())
      }
      line = ''
    } else if (tag === 'tr') {
      if (isEnd) {
        if (cells && cells.length > 0) line = rowOf(heads, cells)
        cells = null
        end()
      } else cells = []
    } else if (tag === 'table') {
      end()
      heads = []
    } else if (isHeading.test(tag)) {
      if (isEnd && line.trim() !== '') line = `${line.trim().replace(/[：:]$/, '')}：`
      end()
    } else if (isBlock.test(tag)) {
      if (lists.length === 0 || isEnd) end()
    }
  }
  end()
  return lines
}

const isHeading = /^h[1-6]$/
const isBlock = /^(p|div|section|blockquote|br|hr)$/

/** 一、 and so on; inside another list （一）. */
const marker = (count: number, depth: number): string =>
  depth > 1 ? `（${chineseNumber(count)}）` : `${chineseNumber(count)}、`

/** The first cell names the row; 原件（份） and 1 are 原件1份. */
function rowOf(heads: readonly string[], [name = '', ...cells]: readonly string[]): string {
  const rest = cells.flatMap((cell, at) => {
    if (cell === '') return []
    const [, head, measure] = /^(.+)（(.+)）$/.exec(heads[at + 1] ?? '') ?? []
    if (head && measure) return [head + cell + measure]
    return [heads[at + 1] ? `${heads[at + 1]}：${cell}` : cell]
  })
  return [name, ...rest].filter(Boolean).join('，')
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Up to 99, further than any list that is read aloud. */
export function chineseNumber(count: number): string {
  if (count > 99) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + digits[ones]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const plain = (words: string): string =>
  words
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')

/** Ends as a sentence does. */
const sentence = (words: string): string =>
  words === '' || /[。！？；：!?;:]$/.test(words) ? words : `${words}。`

const webAddress = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi
const mobile = /(?<!\d)(1[3-9]\d)(\d{4})(\d{4})(?!\d)/g
const landline = /(?<!\d)(0\d{2,3})[-—－ ]?(\d{3,4})(\d{4})(?!\d)/g
const hotline = /(?<!\d)([48]00)[-—－ ]?(\d{3})[-—－ ]?(\d{4})(?!\d)/g

const readable = (line: string): string =>
  line
    .replace(webAddress, '网站')
    .replace(hotline, '$1 $2 $3')
    .replace(mobile, '$1 $2 $3')
    .replace(landline, '$1 $2 $3')

const dayFormat = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })

const dayOf = (instant: string): string => dayFormat.format(new Date(instant))
