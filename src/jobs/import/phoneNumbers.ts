const number = /(?<![\d-])(?:0\d{2,3}[-—]?)?\d{5,9}(?:-\d{1,6}){0,2}(?:转\d{1,4})?(?![\d])/g
const address = /https?:\/\/\S+|\S+@\S+\.\S+/g
/** Sources that answer every question of a form, also those they have no answer to. */
const emptyAnswer = /[：:](无|没有|暂无)[。；;]?$/

/** The telephone numbers of a text, in its order. */
export function numbersIn(text: string): string[] {
  const plain = text.replace(address, ' ').replace(/邮政编码[：:]\s*\d{6}/g, ' ')
  return [...new Set([...plain.matchAll(number)].map(([found]) => found))]
}

/** A short text stays as it is; a long one is told line by line, without what it has no answer to. */
export function phoneLines(label: string, text: string): string[] {
  if (text === '') return []
  if (text.length <= 60) return [/^\d/.test(text) ? `${label}：${text.replace(/\n/g, '，')}` : text]
  return text
    .split(/(?<=[。；;])\s*|\n/)
    .map((line) => line.trim().replace(/[。；;]+$/, ''))
    .filter((line) => line.length > 1 && !emptyAnswer.test(line))
}
