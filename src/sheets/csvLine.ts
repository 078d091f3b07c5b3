/** What makes a spreadsheet take UTF-8 for UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A line of a CSV file as Excel and WPS read it (RFC 4180). */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(cellOf).join(',')}\r\n`

/** Also in full width: a Chinese spreadsheet computes that too. */
const risky = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/** Whether a spreadsheet would compute it. */
export const isRisky = (cell: string): boolean => risky.test(cell)

/** What a spreadsheet would compute is shown as it was written: a quote before it makes it text. */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const harmless = isRisky(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** What a cell of a CSV file holds: text is kept as such by a quote before it, numbers also by writing them as ="0012". */
export function plainCell(cell: string): string {
  const inFormula = /^\s*="(.*)"\s*$/s.exec(cell)?.[1]
  if (inFormula !== undefined) return inFormula.replaceAll('""', '"')
  const rest = cell.slice(1)
  return cell.startsWith("'") && (/^\d+$/.test(rest) || isRisky(rest)) ? rest : cell
}
