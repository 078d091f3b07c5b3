import type { Line, Merge } from '../headings'
import { mostMarkup, widest } from '../limits'
import { damaged, tooWide } from '../said'
import { isCutShort, valueOf } from './values'
import type { Workbook } from './workbook'
import { walkXml } from './xml'
import { unpacked, type Part } from './zip'

/** What a sheet says beside its rows, gathered as it is read. */
export type Beside = { merges: Merge[]; cutShort: Set<string> }

export const nothingBeside = (): Beside => ({ merges: [], cutShort: new Set() })

/** So many are looked at: nobody merges more above a table. */
const mostMerges = 10_000

/** The rows of a sheet that hold something, some at a time. */
export async function* rowsIn(
  part: Part,
  workbook: Workbook,
  beside: Beside,
): AsyncGenerator<Line[]> {
  let lines: Line[] = []
  let line: Line = { line: 0, cells: [] }
  const cell = { column: -1, type: '', style: 0, raw: '' }
  let [isValue, isAloud, root] = [false, false, '']

  const endCell = () => {
    const value = valueOf(cell, workbook)
    if (value.trim() === '') return
    if (cell.column >= widest) throw tooWide(line.line)
    if (isCutShort(cell.type, value)) beside.cutShort.add(`${cell.column} ${line.line}`)
    while (line.cells.length < cell.column) line.cells.push('')
    line.cells[cell.column] = value
  }
  const walked = walkXml(unpacked(part, mostMarkup), {
    open: (tag, { r, t = '', s = '0', ref = '' }) => {
      root ||= tag
      switch (tag) {
        case 'row':
          line = { line: after(line.line, r), cells: [] }
          cell.column = -1
          return
        case 'c':
          Object.assign(cell, { column: after(cell.column, r), type: t, style: Number(s), raw: '' })
          return
        case 'rPh':
          isAloud = true
          return
        case 'v':
        case 't':
          isValue = !isAloud
          return
        case 'mergeCell':
          if (beside.merges.length < mostMerges) beside.merges.push(...mergeOf(ref))
      }
    },
    text: (some) => {
      if (isValue) cell.raw += some
    },
    close: (tag) => {
      isValue = false
      if (tag === 'rPh') isAloud = false
      if (tag === 'c') endCell()
      if (tag === 'row' && line.cells.length > 0) lines.push(line)
    },
  })
  for await (const _piece of walked) {
    if (lines.length === 0) continue
    yield lines
    lines = []
  }
  if (root !== 'worksheet') throw damaged()
}

/** A row or a cell stands where it says, or behind the one before. */
function after(before: number, reference: string | undefined): number {
  const at = reference === undefined ? before + 1 : placeOf(reference)
  if (at <= before) throw damaged()
  return at
}

/** `12` of a row from 1, `AB12` of a cell the column from 0. */
function placeOf(reference: string): number {
  const [, column = '', row = ''] = /^([A-Z]{0,3})([0-9]{1,7})$/i.exec(reference) ?? []
  if (row === '') throw damaged()
  return column === '' ? Number(row) : columnOf(column)
}

const columnOf = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1

function mergeOf(range: string): Merge[] {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(range) ?? []
  if (!left || !right) return []
  return [
    {
      ...{ top: Number(top) - 1, left: columnOf(left) },
      ...{ bottom: Number(bottom) - 1, right: columnOf(right) },
    },
  ]
}
