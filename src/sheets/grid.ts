import { cleanText } from '@/cleanText'
import { headAmong, headingsIn, isBlank, letters, looked, type Line, type Merge } from './headings'
import { mostRows } from './limits'
import { nothingIn, noRows, tooManyRows } from './said'
import type { Source, Survey } from './source'
import type { Said, SheetRow } from './types'

type Grid = {
  /** Some at a time. */
  lines(): AsyncIterable<readonly Line[]>
  /** Each row is to have as many cells as there are columns: where one lacks, a comma or a line end was not quoted. */
  isExact: boolean
  /** Known when all lines were read. */
  merges?: () => readonly Merge[]
  notes?: () => readonly Said[]
}

/** Rows and columns, the headings being one of the rows. */
export function gridSource(grid: Grid): Source {
  return { survey: () => survey(grid), rows: (known) => rows(grid, known) }
}

async function survey(grid: Grid): Promise<Survey> {
  const first: Line[] = []
  let held = 0
  /** Where each column first holds something below the rows looked at. */
  const holds = new Map<number, number>()
  for await (const lines of grid.lines()) {
    for (const one of lines) {
      if (isBlank(one.cells)) continue
      held += 1
      if (held > mostRows + looked) throw tooManyRows()
      if (first.length < looked) first.push(one)
      one.cells.forEach((cell, column) => {
        if (cell !== '' && !holds.has(column)) holds.set(column, one.line)
      })
    }
  }
  const merges = grid.merges?.() ?? []
  const head = headAmong(first, merges)
  if (!head) throw nothingIn()
  const { headings, columns } = headingsIn(head, first, merges)
  const above = first.filter(({ line }) => line < head.line).length
  const count = held - above - 1
  if (count > mostRows) throw tooManyRows()
  if (count === 0) throw noRows()
  const bare = [...holds].flatMap(([column, line]) =>
    line >= head.line && !columns.includes(column) ? [column] : [],
  )
  return {
    headings,
    headLine: head.line,
    notes: [
      ...(grid.notes?.() ?? []),
      ...(above > 0 ? [takenFrom(head.line)] : []),
      // Where rows are to be exact, a cell beyond the headings is told with its row.
      ...(bare.length > 0 && !grid.isExact ? [withoutHeading(bare)] : []),
    ],
    count,
    columns,
  }
}

const takenFrom = (line: number): Said => ({
  zh: `表头取自第 ${line} 行，上面的内容没有读取。`,
  en: `The headings are those of line ${line}; what stands above was not read.`,
})

function withoutHeading(columns: readonly number[]): Said {
  const names = [...columns].sort((a, b) => a - b).map(letters)
  return {
    zh: `${names.slice(0, 10).join('、')}${names.length > 10 ? ' 等' : ''} 列没有表头，里面的内容没有读取。`,
    en: `There is no heading over ${names.slice(0, 10).join(', ')}: what these columns hold was not read.`,
  }
}

async function* rows(grid: Grid, { headLine, columns }: Survey): AsyncGenerator<SheetRow> {
  const width = (columns.at(-1) ?? 0) + 1
  for await (const lines of grid.lines()) {
    for (const { line, cells } of lines) {
      if (line <= headLine || isBlank(cells)) continue
      const row = { line, cells: columns.map((column) => cleanText(cells[column] ?? '')) }
      const isUnlike = cells.length < width || !isBlank(cells.slice(width))
      yield grid.isExact && isUnlike ? { ...row, wrong: unlike(cells.length, width) } : row
    }
  }
}

const unlike = (has: number, named: number): Said => ({
  zh: `有 ${has} 列，表头有 ${named} 列；内容里的逗号和换行要放在英文双引号里。`,
  en: `${has} columns where the head has ${named}: quote cells that hold commas or line ends.`,
})
