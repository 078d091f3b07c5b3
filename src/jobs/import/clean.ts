import { withoutHtml } from '@/withoutHtml'

/** What sources write into a cell that holds nothing. */
const blanks = /^(无|暂无|没有|空|null|undefined|none|n\/a|[-—/\\.。、\s]*)[。.；;]?$/i

/** A cell as plain text: remnants of HTML gone, digits and letters half-width, nothing for 无. */
export function clean(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = withoutHtml(String(value))
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b\u200c\u200d\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim()
  return blanks.test(text) ? '' : text
}

/** One line: breaks and runs of blanks become one blank. */
export const cleanLine = (value: unknown): string => clean(value).replace(/\s+/g, ' ')

/** Sources put a run of blanks, or one before the next number, where a new paragraph begins. */
const paragraphs = /\s*\n\s*|\s{2,}|\s(?=（[\d一二三四五六七八九十]{1,3}）|\d{1,2}[、.．](?!\d))/

/** Several lines, without empty ones. */
export function cleanLines(value: unknown): string {
  return clean(value)
    .split(paragraphs)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** A name with Chinese brackets and quotes, so that it can stand inside a question. */
export function tidyName(value: unknown): string {
  const name = cleanLine(value)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/（（([^（）]*)））/g, '（$1）')
    .replace(/\s*([（）])\s*/g, '$1')
    .replace(/[。；;]+$/, '')
  return balanceQuotes(name)
}

/** Sources close a quotation with an opening mark; within a name they take turns. */
function balanceQuotes(name: string): string {
  let isOpen = false
  return name.replace(/[“”"]/g, () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
}
