import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { resultTexts } from '@/i18n/importSheets'
import { writeResultSheet } from '@/sheets/writeSheet'
import { readRows } from '@/tables'
import { attached, xlsxType } from '../attached'
import { languageOfRequest } from '../Refused'
import { sentAs } from '../sentAs'
import { columnsIn, headingsOf, read, type Said, type StoredBatch, type StoredRow } from './batch'
import { storedCells } from './storedCells'

export const resultAsked = z.object({ as: z.enum(['xlsx', 'csv']).default('xlsx') })

/** The rows as they were sent, each with what became of it: to be looked at, mended and brought again. */
export function resultOf(req: PayloadRequest, batch: StoredBatch): Response {
  const { as } = sentAs(resultAsked, req.query)
  const { headings, cellsOf } = columnsOf(req, batch)
  const { headLine } = batch
  const sheet = writeResultSheet({ headings, headLine, rows: rows() }, as)
  const name = `${batch.name.replace(/\.[^.]*$/, '').replace(/[\\/:*?"<>|]/g, '_')}-结果.${as}`
  const type = { csv: 'text/csv; charset=utf-8', xlsx: xlsxType }[as]
  return new Response(sheet, { headers: attached(type, { name, plain: `import-result.${as}` }) })

  async function* rows() {
    for await (const part of storedCells(req.payload, batch.id)) {
      const lines = part.map(({ line }) => line)
      const told = await rowsOf(req, batch.id, lines)
      yield part.map(({ line, cells }) => ({ line, cells: cellsOf(cells, told.get(line)) }))
    }
  }
}

type Told = Pick<StoredRow, 'line' | 'outcome' | 'result' | 'said' | 'number'>

async function rowsOf(req: PayloadRequest, batch: string, lines: readonly number[]) {
  const [first = 0, last = 0] = [lines[0], lines.at(-1)]
  const rows = (await readRows(req.payload, {
    collection: 'importRows',
    where: {
      and: [
        { batch: { equals: batch } },
        { line: { greater_than_equal: first } },
        { line: { less_than_equal: last } },
      ],
    },
    columns: ['line', 'outcome', 'result', 'said', 'number'],
    limit: 0,
  })) as Told[]
  return new Map(rows.map((row) => [row.line, row]))
}

/** A result sheet that is brought again has these columns already: they are written anew, and not twice. */
function columnsOf(req: PayloadRequest, batch: StoredBatch) {
  const language = languageOfRequest(req)
  const headings = headingsOf(batch)
  const columns = columnsIn(batch)
  const [result, why, number] = (['columns', 'why', 'number'] as const).map(
    (key) => resultTexts[key].zh,
  )
  const isOurs = (heading: string) =>
    columns[heading] === 'number' || (!columns[heading] && [result, why].includes(heading))
  const kept = headings.flatMap((heading, at) => (isOurs(heading) ? [] : [at]))
  // A case has a column 结果 of its own.
  const isTaken = kept.some((at) => headings[at] === result)
  const own = [isTaken ? `导入${result}` : result, why, number].map(String)
  return {
    headings: [...kept.map((at) => String(headings[at])), ...own],
    cellsOf: (cells: readonly string[], told: Told | undefined): string[] => {
      const name = told
        ? told.result
          ? resultTexts.results[told.result]
          : resultTexts.outcomes[told.outcome]
        : null
      const said = read<Said[]>(told?.said, []).map((one) => one[language])
      return [
        ...kept.map((at) => cells[at] ?? ''),
        ...[name?.[language] ?? '', said.join(''), told?.number ?? ''],
      ]
    },
  }
}
