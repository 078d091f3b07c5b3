import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { gridSource } from '../grid'
import { headAmong, looked, type Line } from '../headings'
import { longestRow } from '../limits'
import { openQuote } from '../said'
import type { Source } from '../source'
import { decoded } from './decode'

const options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: longestRow,
}

/** A table as text: commas, tabs (“Unicode text” of spreadsheets) or semicolons. */
export function csvSource(bytes: Uint8Array, encoding: string): Source {
  const delimiter = delimiterOf(beginning(bytes, encoding))
  return gridSource({ lines: () => lines(bytes, encoding, delimiter), isExact: true })
}

const handed = 200

async function* lines(
  bytes: Uint8Array,
  encoding: string,
  delimiter: string,
): AsyncGenerator<Line[]> {
  const parser = parse({ ...options, delimiter })
  const text = Readable.from(decoded(bytes, encoding)).pipe(parser)
  let at = 0
  let some: Line[] = []
  try {
    for await (const record of text as AsyncIterable<string[]>) {
      at += 1
      some.push({ line: at, cells: record.map(plain) })
      if (some.length < handed) continue
      yield some
      some = []
    }
  } catch (error) {
    // Whatever else it stumbles over is such a mark too: one within a cell that is taken for the cell's end.
    throw error instanceof CsvError ? openQuote(Number(error.records ?? at) + 1) : error
  }
  yield some
}

/** What a cell holds: numbers are kept as text by writing them as ="0012" or '0012. */
const plain = (cell: string): string =>
  /^\s*="(.*)"\s*$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.replace(/^'(?=\d+$)/, '')

/** Characters that are looked at to tell what stands between cells. */
const begun = 2 ** 16

function beginning(bytes: Uint8Array, encoding: string): string {
  for (const piece of decoded(bytes.subarray(0, begun), encoding)) return piece
  return ''
}

/** The one that makes the most headings; a comma where several do. */
function delimiterOf(text: string): string {
  const headings = (delimiter: string) => {
    const records = firstRecords(text, delimiter)
    const cells = headAmong(records.map((cells, at) => ({ line: at + 1, cells })))?.cells ?? []
    return cells.filter((cell) => cell.trim() !== '').length
  }
  return [',', '\t', ';', '，']
    .map((delimiter) => ({ delimiter, count: headings(delimiter) }))
    .reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

function firstRecords(text: string, delimiter: string): string[][] {
  try {
    return parseAtOnce(text, { ...options, delimiter, to: looked })
  } catch (error) {
    // Cut off within quotation marks; the one that is left is enough.
    if (!(error instanceof CsvError)) throw error
    const [head = ''] = text.trimStart().split(/[\r\n]/, 1)
    return [head.split(delimiter)]
  }
}
