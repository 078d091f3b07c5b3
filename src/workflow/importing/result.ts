import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { resultTexts } from '@/i18n/importSheets'
import { writeResultSheet } from '@/sheets/writeSheet'
import { readRows } from '@/tables'
import { languageOfRequest } from '../Refused'
import { sentAs } from '../sentAs'
import { columnsIn, headingsOf, read, type Said, type StoredBatch, type StoredRow } from './batch'
import { storedCells } from './storedCells'

export const resultAsked = z.object({ as: z.enum(['xlsx', 'csv']).default('xlsx') })

/** The rows as they were sent, each with what became of it: to be looked at, mended and brought again. */
export async function resultOf(req: PayloadRequest, batch: StoredBatch): Promise<Response> {
  const { as } = sentAs(resultAsked, req.query)
  const rows: string[][] = []
  const columns = columnsOf(req, batch)
  for await (const part of storedCells(req.payload, batch.id)) {
    const told = await rowsOf(
      req,
      batch.id,
      part.map(({ line }) => line),
    )
    rows.push(...part.map(({ line, cells }) => columns.row(cells, told.get(line))))
  }
  const name = `${batch.name.replace(/\.[^.]*$/, '').replace(/[\\/:*?"<>|]/g, '_')}-结果.${as}`
  const bytes = await writeResultSheet({ as, headings: columns.headings, rows })
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type':
        as === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="import-result.${as}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  })
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
    row: (cells: readonly string[], told: Told | undefined): string[] => {
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
