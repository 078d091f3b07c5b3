import { setImmediate as turn } from 'node:timers/promises'
import { byteOrderMark, csvLine } from '@/sheets/csvLine'
import { attached } from './attached'

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
    headers: attached('text/csv; charset=utf-8', { name, plain: plainName }),
  })
}
