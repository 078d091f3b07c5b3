import { isHtml, withoutHtml } from '@/cleanText'
import { notImported, type CaseField, type Row, type Wrong } from './readSheet'

export type Case = {
  title: string
  content: string
  result: string
  openToPublic: boolean | null
  unit: string
  isConfidential: boolean
  orderNumber: string | null
}

/** In characters. */
const longestTitle = 200
const longestText = 20_000

/**
 * The cases of a sheet's rows.
 * @param units ids by name, by name with the one above, and by id
 * @throws Refused `invalid` with all rows that are wrong
 */
export function casesOf(
  rows: readonly Row[],
  units: ReadonlyMap<string, readonly string[]>,
): { line: number; text: Case }[] {
  const lines = new Map<string, number>()
  const read = rows.map((row) => {
    const found = wrongIn(row, units) ?? caseOf(row, units)
    if ('zh' in found || !found.orderNumber) return found
    const before = lines.get(found.orderNumber)
    if (before === undefined) lines.set(found.orderNumber, row.line)
    return before === undefined ? found : told(row.line, problems.twice(before))
  })
  const wrong = read.flatMap((found) => ('zh' in found ? [found] : []))
  if (wrong.length > 0) throw notImported(wrong)
  return (read as Case[]).map((text, at) => ({ line: rows[at]?.line ?? 0, text }))
}

const problems = {
  noTitle: ['缺少标题或标题超过 200 字。', 'No title, or over 200 characters.'],
  noText: ['缺少内容或结果。', 'No content or result.'],
  tooLong: ['内容或结果过长。', 'Content or result is too long.'],
  confidential: ['来自保密工单的案件不能公开。', 'A confidential case is never opened.'],
  noUnit: (name: string) => [`没有单位“${name}”。`, 'There is no such unit.'],
  severalUnits: (name: string) => [
    `有多个“${name}”，请写成“上级/单位”。`,
    'Several units have this name: write above/unit.',
  ],
  notYesOrNo: (name: string, value: string) => [
    `“${name}”写的是“${value}”，只能写“是”或“否”。`,
    `${name} is neither yes nor no.`,
  ],
  shortened: (number: string) => [
    `工单编号“${number}”已被表格软件改成科学计数法，后面的数字丢了；请把这一列设为文本，重新导出。`,
    'The order number was shortened to a power of ten: format the column as text and export again.',
  ],
  twice: (line: number) => [
    `工单编号与第 ${line} 行相同。`,
    `The order number is that of line ${line}.`,
  ],
} satisfies Record<string, Said | ((...about: never[]) => Said)>

type Said = [zh: string, en: string] | string[]

const told = (line: number, [zh = '', en = '']: Said): Wrong => ({ line, zh, en })

function wrongIn(
  { line, given }: Row,
  units: ReadonlyMap<string, readonly string[]>,
): Wrong | null {
  const text = (field: CaseField) => textOf(given[field])
  const found = units.get(text('unit')) ?? []
  const unclear = (['openToPublic', 'isConfidential'] as const).find(
    (field) => text(field) !== '' && yesOrNo(given[field]) === null,
  )
  const names = { openToPublic: '公开', isConfidential: '保密' }
  if (!text('title') || text('title').length > longestTitle) return told(line, problems.noTitle)
  if (!text('content') || !text('result')) return told(line, problems.noText)
  if (text('content').length > longestText || text('result').length > longestText)
    return told(line, problems.tooLong)
  if (found.length === 0) return told(line, problems.noUnit(text('unit')))
  if (found.length > 1) return told(line, problems.severalUnits(text('unit')))
  if (unclear) return told(line, problems.notYesOrNo(names[unclear], text(unclear)))
  if (yesOrNo(given.isConfidential) && yesOrNo(given.openToPublic))
    return told(line, problems.confidential)
  // As programs write a shortened number: at most 999 before the point, and no exponent beyond 308; 6e347766 is no such.
  if (/^[+-]?\d{1,3}(\.\d+)?E[+-]?\d{1,3}$/i.test(text('orderNumber')))
    return told(line, problems.shortened(text('orderNumber')))
  return null
}

function caseOf({ given }: Row, units: ReadonlyMap<string, readonly string[]>): Case {
  return {
    title: textOf(given.title),
    content: textOf(given.content),
    result: textOf(given.result),
    openToPublic: yesOrNo(given.openToPublic),
    unit: units.get(textOf(given.unit))?.[0] ?? '',
    isConfidential: yesOrNo(given.isConfidential) ?? false,
    orderNumber: textOf(given.orderNumber) || null,
  }
}

/** What a vendor's system wrote as HTML without it. */
const textOf = (value = ''): string =>
  (isHtml(value) ? withoutHtml(value).replace(/(?<![ \t])[ \t]*\n\s*/g, '\n') : value).trim()

function yesOrNo(value: string | undefined): boolean | null {
  const word = textOf(value).toLowerCase()
  if (['是', '公开', '保密', 'true', '1', 'y', 'yes', '√'].includes(word)) return true
  return ['否', '不公开', '不保密', 'false', '0', 'n', 'no', '×'].includes(word) ? false : null
}
