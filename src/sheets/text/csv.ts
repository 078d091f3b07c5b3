import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { plainCell } from '../csvLine'
import { gridSource } from '../grid'
import { looked, type Line } from '../headings'
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
      some.push({ line: at, cells: record.map(plainCell) })
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

/** Characters that are looked at to tell what stands between cells. */
const begun = 2 ** 16

function beginning(bytes: Uint8Array, encoding: string): string {
  for (const piece of decoded(bytes.subarray(0, begun), encoding)) return piece
  return ''
}

/** The one that cuts most of the first rows into the same number of cells, more than one; else the comma. */
function delimiterOf(text: string): string {
  const alike = (delimiter: string) => {
    const widths = new Map<number, number>()
    for (const { length } of firstRecords(text, delimiter)) {
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    }
    const [width = 0, rows = 0] = [...widths].reduce<number[]>(
      (best, [width, rows]) =>
        rows > (best[1] ?? 0) || (rows === best[1] && width > (best[0] ?? 0))
          ? [width, rows]
          : best,
      [],
    )
    return { delimiter, width, rows }
  }
  return [',', '\t', ';', '，']
    .map(alike)
    .reduce((best, one) =>
      one.rows > best.rows || (one.rows === best.rows && one.width > best.width) ? one : best,
    ).delimiter
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
