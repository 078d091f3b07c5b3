import { setImmediate as turn } from 'node:timers/promises'

type Cells = readonly (string | number)[]

type CsvFile = {
  /** As it is stored, and in ASCII for whoever cannot read that. */
  name: string
  plainName: string
  head: Cells
  /** The lines below the head, so many at a time as are in memory. */
  pages: AsyncGenerator<readonly Cells[]>
}

/** A file for a spreadsheet, read page by page as it is sent: who stops taking it stops the reading. */
export function csvFile({ name, plainName, head, pages }: CsvFile): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(head)))
    },
    async pull(controller) {
      // SQLite answers without the event loop turning.
      await turn()
      const { done, value } = await pages.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value.map(csvLine).join('')))
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
}

/** What makes a spreadsheet take UTF-8 for UTF-8. */
const byteOrderMark = '\uFEFF'

/** A line of a CSV file as Excel and WPS read it (RFC 4180). */
export const csvLine = (cells: Cells): string => `${cells.map(cellOf).join(',')}\r\n`

/** Also in full width: a Chinese spreadsheet computes that too. */
const risky = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/** What a spreadsheet would compute is shown as it was written: a quote before it makes it text. */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const harmless = risky.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
