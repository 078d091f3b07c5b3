/** What makes a spreadsheet take UTF-8 for UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A line of a CSV file as Excel and WPS read it (RFC 4180). */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(cellOf).join(',')}\r\n`

/** Also in full width: a Chinese spreadsheet computes that too. */
const risky = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/** What a spreadsheet would compute is shown as it was written: a quote before it makes it text. */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const harmless = risky.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
