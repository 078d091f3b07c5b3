/** What our own rendering (src/blocks/render.ts) is made of: whole tags and text between them. */
const token = /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g

type List = {
  /** The number of the item that was read last. */
  count: number
  /** An item has begun and nothing of it was read. */
  isWaiting: boolean
}

/**
 * A rendered text as lines; each item of a list and each row of a table is one. Items carry the numbers that
 * the page shows (src/app/(portal)/entry.css).
 */
export function linesOf(html: string): string[] {
  const lines: string[] = []
  const lists: List[] = []
  let line = ''
  let heads: string[] = []
  let cells: string[] | null = null
  let isStruck = false
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  for (const [, slash, tag = '', attributes = '', words] of html.matchAll(token)) {
    const isEnd = slash === '/'
    const list = lists.at(-1)
    if (words !== undefined) {
      // What is struck out holds no longer: read aloud, it would.
      if (isStruck) continue
      if (list?.isWaiting && words.trim() !== '') line = numbered(list, lists.length)
      line += plain(words)
    } else if (tag === 's') {
      isStruck = !isEnd
    } else if (tag === 'ol' || tag === 'ul') {
      end()
      // What only holds the items below it is no step of its own.
      if (list) list.isWaiting = false
      if (isEnd) lists.pop()
      else lists.push({ count: numberIn(attributes, 'start', 1) - 1, isWaiting: false })
    } else if (tag === 'li') {
      end()
      // An item without words, an image perhaps, has its number on the page all the same.
      if (isEnd && list?.isWaiting) numbered(list, lists.length)
      if (!isEnd && list) {
        list.count = numberIn(attributes, 'value', list.count + 1) - 1
        list.isWaiting = true
      }
    } else if (tag === 'td' || tag === 'th') {
      if (isEnd) {
        if (tag === 'th') heads.push(line.trim())
        else cells?.push(line.trim())
      }
      line = ''
    } else if (tag === 'tr') {
      if (isEnd) {
        if (cells && cells.length > 0) line = detailsOf(heads, cells).join('，')
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

const numberIn = (attributes: string, name: string, usual: number): number =>
  Number(new RegExp(` ${name}="(\\d+)"`).exec(attributes)?.[1] ?? usual)

/** The mark of the item that begins now. */
function numbered(list: List, depth: number): string {
  list.isWaiting = false
  return marker(++list.count, depth)
}

/** As the levels of an official document are numbered: 一、 （一） 1. （1）. */
function marker(count: number, depth: number): string {
  if (depth === 1) return `${chineseNumber(count)}、`
  if (depth === 2) return `（${chineseNumber(count)}）`
  return depth === 3 ? `${count}. ` : `（${count}）`
}

/** What a row of a table says: the first cell names it; 原件（份） and 1 are 原件1份, and none is nothing. */
export function detailsOf(
  heads: readonly string[],
  [name = '', ...cells]: readonly string[],
): string[] {
  const rest = cells.flatMap((cell, at) => {
    if (cell === '') return []
    const head = heads[at + 1] ?? ''
    const [, counted, measure] = /^(.+)（(.+)）$/.exec(head) ?? []
    if (counted && measure) return cell === '0' ? [] : [counted + cell + measure]
    return [head && !isCounted.test(cell) ? `${head}：${cell}` : cell]
  })
  return [name, ...rest].filter(Boolean)
}

/** Says by itself what it counts. */
const isCounted = /^(原件|复印件)\d+份/

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Up to 99, further than any list that is read aloud. */
export function chineseNumber(count: number): string {
  if (count > 99) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + digits[ones]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What stands between tags, as it is read. */
export const plain = (words: string): string =>
  words
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
