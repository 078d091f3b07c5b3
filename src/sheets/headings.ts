import { cleanText } from '@/cleanText'
import { mostColumns } from './limits'
import { tooManyColumns, twice } from './said'

/** A row of a table as it is written. */
export type Line = { line: number; cells: string[] }

/** Cells that are shown as one, from the first to the last, both included; counted from 0. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** So many rows that hold something are looked at for the headings. */
export const looked = 20

export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** A heading without the star at what one must fill, and without spaces between Chinese characters. */
export const headingOf = (cell: string): string =>
  cleanText(cell)
    .replace(/[*＊]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![\x21-\x7e]) | (?![\x21-\x7e])/g, '')

const filled = (cells: readonly string[]) => cells.filter((cell) => headingOf(cell) !== '').length

/**
 * Which of the first rows holds the headings: the first in which as much is filled as in most of them. What stands
 * above (the sheet's title, who filled it in, groups of columns) fills a few cells, or is merged over several.
 */
export function headAmong(lines: readonly Line[], merges: readonly Merge[]): Line | null {
  const most = Math.max(0, ...lines.map(({ cells }) => filled(cells)))
  const enough = Math.max(Math.min(most, 2), most * 0.6)
  let at = lines.findIndex(({ cells }) => filled(cells) >= enough)
  for (; at >= 0; at += 1) {
    const [one, next] = lines.slice(at)
    if (!one || !isGroups(one, next, merges)) return one ?? null
  }
  return null
}

/** Whether each cell of a row either goes on into the next one, or stands over several filled ones of it. */
function isGroups(one: Line, next: Line | undefined, merges: readonly Merge[]): boolean {
  if (next?.line !== one.line + 1) return false
  const here = merges.filter(({ top, bottom }) => top < one.line && bottom >= one.line - 1)
  const over = here.filter(
    ({ left, right }) => left < right && filled(next.cells.slice(left, right + 1)) > 1,
  )
  const isOver = (column: number) =>
    over.some(({ left, right }) => left <= column && column <= right) ||
    here.some(({ left, bottom }) => left === column && bottom >= one.line)
  return (
    over.length > 0 && one.cells.every((cell, column) => headingOf(cell) === '' || isOver(column))
  )
}

/** The headings and the columns they stand over. */
export function headingsIn(
  head: Line,
  lines: readonly Line[],
  merges: readonly Merge[],
): { headings: string[]; columns: number[] } {
  const from = (line: number, column: number) =>
    headingOf(lines.find((one) => one.line === line)?.cells[column] ?? '')
  const above = (column: number) => {
    const merge = merges.find(
      ({ top, left, bottom }) => left === column && top < head.line - 1 && bottom >= head.line - 1,
    )
    return merge ? from(merge.top + 1, column) : ''
  }
  const width = Math.max(head.cells.length, ...merges.map(({ left }) => left + 1).slice(0, 5000))
  const named = Array.from({ length: Math.min(width, 20_000) }, (_, column) => ({
    column,
    name: headingOf(head.cells[column] ?? '') || above(column),
  })).filter(({ name }) => name !== '')
  if (named.length > mostColumns) throw tooManyColumns()
  refuseTwice(named, head.line)
  return { headings: named.map(({ name }) => name), columns: named.map(({ column }) => column) }
}

function refuseTwice(named: readonly { column: number; name: string }[], line: number): void {
  const first = new Map<string, number>()
  for (const { name, column } of named) {
    const before = first.get(name)
    if (before !== undefined) throw twice(name, [letters(before), letters(column)], line)
    first.set(name, column)
  }
}

/** A column as spreadsheets call it: A, B … Z, AA. */
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest
}
