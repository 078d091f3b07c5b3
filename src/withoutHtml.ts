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
  return text
    .replace(/<br\s*\/?>|<\/(p|div|li|tr)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&#(\d+);/g, (_, code: string) => codePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => codePoint(parseInt(code, 16)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
}

/** Whether it was written as HTML: “a<b” alone was not. */
export const isHtml = (text: string): boolean =>
  /<\/(p|div|li|ul|ol|tr|td|table|span|font|strong|em|b|i|a|h[1-6])>|<br\s*\/?>|&nbsp;/i.test(text)

const codePoint = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
