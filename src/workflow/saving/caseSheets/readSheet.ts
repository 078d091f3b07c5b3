import { readSheetFile } from '@/sheets/readSheetFile'
import { UnreadableSheet, type Sheet } from '@/sheets/types'
import { Refused } from '../../Refused'

/** What a closed order is given by. */
export type CaseField =
  'title' | 'content' | 'result' | 'openToPublic' | 'unit' | 'isConfidential' | 'orderNumber'

const chinese: Record<string, CaseField> = {
  标题: 'title',
  内容: 'content',
  结果: 'result',
  公开: 'openToPublic',
  单位: 'unit',
  保密: 'isConfidential',
  工单编号: 'orderNumber',
}

/** What a column is called: in the hotline's own sheets, or as the field. Others are left alone. */
const columns = new Map<string, CaseField>([
  ...Object.entries(chinese),
  ...Object.values(chinese).map((field): [string, CaseField] => [field, field]),
])

/** Columns without which there is no case. */
const needed = Object.entries(chinese)
  .map(([zh, field]) => ({ zh, field }))
  .filter(({ field }) => ['title', 'content', 'result', 'unit'].includes(field))

/** One closed order as the file gives it, under the names of the fields. */
export type Row = { line: number; given: Partial<Record<CaseField, string>> }

/** A file of more rows than this is sent in parts. */
const mostRows = 2000

/**
 * The rows of a sheet that hold something; `line` is the row's number as the spreadsheet shows it.
 * @throws Refused `invalid`, with `rows` where single rows are not well-formed
 */
export async function readSheet(bytes: Uint8Array): Promise<Row[]> {
  const sheet = await readSheetFile(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableSheet ? refusedFor(error) : error
  })
  if (sheet.count > mostRows) throw tooMany()
  const fields = sheet.headings.map((name) => columns.get(name))
  refuseHead(fields, sheet.headLine)
  return rowsIn(sheet, fields)
}

async function rowsIn({ rows }: Sheet, fields: readonly (CaseField | undefined)[]): Promise<Row[]> {
  const read: Row[] = []
  const bad: Wrong[] = []
  for await (const some of rows) {
    for (const { line, cells, wrong } of some) {
      if (wrong) bad.push({ line, ...wrong })
      const given = fields.flatMap((field, at) => (field ? [[field, cells[at] ?? '']] : []))
      read.push({ line, given: Object.fromEntries(given) as Row['given'] })
    }
  }
  if (bad.length > 0) throw notImported(bad)
  return read
}

function refuseHead(fields: readonly (CaseField | undefined)[], line: number): void {
  const missing = needed.filter(({ field }) => !fields.includes(field))
  if (missing.length === 0) return
  const zh = missing.map(({ zh: name }) => `“${name}”`).join('、')
  const en = missing.map(({ field }) => field).join(', ')
  throw notImported([{ line, zh: `表头缺少${zh}列。`, en: `The head lacks the columns ${en}.` }])
}

const refusedFor = ({ said, line }: UnreadableSheet) =>
  line === null ? new Refused('invalid', { detail: said }) : notImported([{ line, ...said }])

const tooMany = () =>
  new Refused('invalid', {
    detail: {
      zh: `一次最多导入 ${mostRows} 条办结工单，请分成几个文件。`,
      en: `At most ${mostRows} closed orders at once: split the file.`,
    },
  })

/** A row that is wrong, by its number in the spreadsheet, and what is wrong with it. */
export type Wrong = { line: number; zh: string; en: string }

/** Said in one sentence too, for whoever reads only that. */
const mostSaid = 5

export const notImported = (rows: readonly Wrong[]) =>
  new Refused('invalid', {
    rows,
    detail: {
      zh: `有 ${rows.length} 行不正确，没有导入任何一条：${rows
        .slice(0, mostSaid)
        .map(({ line, zh }) => `第 ${line} 行${zh}`)
        .join('')}`,
      en: `${rows.length} rows are wrong; nothing was imported: ${rows
        .slice(0, mostSaid)
        .map(({ line, en }) => `line ${line}: ${en}`)
        .join(' ')}`,
    },
  })
