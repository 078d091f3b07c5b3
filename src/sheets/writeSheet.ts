import { setImmediate as turn } from 'node:timers/promises'
import { byteOrderMark, csvLine } from './csvLine'
import { beginThread } from './inThread'
import type { WrittenRow } from './xlsx/writeXlsx'

export type ResultSheet = {
  headings: readonly string[]
  /** Where they stood in the file; 0 where it was JSON: then they are the first row, and each row stands one further down. */
  headLine: number
  /** So many at a time as are in memory, each under the number it had. */
  rows: AsyncIterable<readonly WrittenRow[]>
}

/**
 * A sheet with the rows where they stood, so that “row 7” is still row 7: as a workbook, or as CSV in UTF-8 with a byte
 * order mark. Nothing in it is computed. It is written as it is sent.
 */
export function writeResultSheet(
  sheet: ResultSheet,
  as: 'xlsx' | 'csv',
): ReadableStream<Uint8Array> {
  const moved = sheet.headLine === 0 ? 1 : 0
  const head = { line: sheet.headLine + moved, cells: sheet.headings }
  const pieces = as === 'csv' ? csv(head, sheet.rows, moved) : xlsx(head, sheet.rows, moved)
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

type Rows = ResultSheet['rows']

async function* csv(head: WrittenRow, rows: Rows, moved: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let at = 0
  const lineOf = ({ line, cells }: WrittenRow) => {
    const empty = '\r\n'.repeat(Math.max(0, line - at - 1))
    at = line
    return empty + csvLine(cells)
  }
  yield encoder.encode(byteOrderMark + lineOf(head))
  for await (const some of rows) {
    // SQLite answers without the event loop turning.
    await turn()
    yield encoder.encode(some.map((row) => lineOf(placed(row, moved))).join(''))
  }
}

async function* xlsx(head: WrittenRow, rows: Rows, moved: number): AsyncGenerator<Uint8Array> {
  const { ask, end } = beginThread()
  const bytesOf = async (question: Parameters<typeof ask>[0]) => {
    const answer = await ask(question)
    return 'bytes' in answer ? answer.bytes : new Uint8Array()
  }
  try {
    yield await bytesOf({ do: 'write', head })
    for await (const some of rows) {
      yield await bytesOf({ do: 'add', rows: some.map((row) => placed(row, moved)) })
    }
    yield await bytesOf({ do: 'end' })
  } finally {
    await end()
  }
}

const placed = ({ line, cells }: WrittenRow, moved: number) => ({ line: line + moved, cells })
