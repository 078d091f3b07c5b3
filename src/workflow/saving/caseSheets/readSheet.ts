import { parse } from 'csv-parse/sync'
import { cleaned } from '@/cleanText'
import { Refused } from '../../Refused'
import { encodingOf, isWorkbook } from '@/sheets/text/encodingOf'

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
const columns: Record<string, CaseField | undefined> = {
  ...chinese,
  ...Object.fromEntries(Object.values(chinese).map((field) => [field, field])),
}

/** Columns without which there is no case. */
const needed = Object.entries(chinese)
  .map(([zh, field]) => ({ zh, field }))
  .filter(({ field }) => ['title', 'content', 'result', 'unit'].includes(field))

/** One closed order as the file gives it, under the names of the fields. */
export type Row = { line: number; given: Partial<Record<CaseField, unknown>> }

/** A file of more rows than this is sent in parts. */
const mostRows = 2000

/**
 * The rows of a sheet that hold something; `line` is the row's number as the spreadsheet shows it.
 * @throws Refused `invalid`, with `rows` where single rows are not well-formed
 */
export function readSheet(text: string): Row[] {
  const body = text.replace(/^\uFEFF/, '')
  const begin = body.trimStart()
  if (begin.startsWith('[')) throw notLines()
  const rows = begin.startsWith('{') ? ndjson(body) : csv(body)
  if (rows.length > 0 && rows.length <= mostRows) return rows
  throw new Refused('invalid', {
    detail: {
      zh: `请提交 1 至 ${mostRows} 条办结工单。`,
      en: `Send 1 to ${mostRows} closed orders.`,
    },
  })
}

function ndjson(body: string): Row[] {
  return body.split(/\r\n|\n|\r/).flatMap((text, at) => {
    if (text.trim() === '') return []
    const given = objectIn(text)
    if (given) return [{ line: at + 1, given: cleaned(given) }]
    throw notImported([{ line: at + 1, zh: '不是一行 JSON。', en: 'Not one line of JSON.' }])
  })
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const given: unknown = JSON.parse(text)
    const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
    return isObject ? (given as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function csv(body: string): Row[] {
  if (body.trim() === '') return []
  const records = recordsOf(body)
  const head = records.findIndex((cells) => !isBlank(cells))
  const names = (records[head] ?? []).map((name) => plain(name).replace(/[\s*＊]/g, ''))
  refuseHead(names, head + 1)
  const wrong: Wrong[] = []
  const rows = records.slice(head + 1).flatMap((cells, at) => {
    // Spreadsheets write rows that were once formatted as empty ones, and people leave some between.
    if (isBlank(cells)) return []
    const line = head + 2 + at
    if (cells.length < names.length || !isBlank(cells.slice(names.length))) {
      wrong.push(unlike(line, cells.length, names.length))
    }
    const given = names.flatMap((name, column) => {
      const field = columns[name]
      return field ? [[field, plain(cells[column] ?? '')]] : []
    })
    return [{ line, given: cleaned(Object.fromEntries(given)) as Row['given'] }]
  })
  if (wrong.length > 0) throw notImported(wrong)
  return rows
}

const unlike = (line: number, has: number, named: number): Wrong => ({
  line,
  zh: `有 ${has} 列，表头有 ${named} 列；内容里的逗号和换行要放在英文双引号里。`,
  en: `${has} columns where the head has ${named}: quote cells that hold commas or line ends.`,
})

function recordsOf(body: string): string[][] {
  try {
    return parse(body, {
      delimiter: delimiterOf(body),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    })
  } catch (error) {
    const { records = 0 } = error as { records?: number }
    const line = records + 1
    throw notImported([
      { line, zh: '英文双引号没有成对，请检查。', en: 'A quotation mark is not closed.' },
    ])
  }
}

/** The one that makes the most known names of the first line: spreadsheets also write tabs (“Unicode text”) and semicolons. */
function delimiterOf(body: string): string {
  const [head = ''] = body.trimStart().split(/[\r\n]/, 1)
  const known = (delimiter: string) =>
    head.split(delimiter).filter((name) => columns[plain(name).trim()]).length
  return [',', '\t', ';', '，'].reduce((best, one) => (known(one) > known(best) ? one : best))
}

function refuseHead(names: readonly string[], line: number): void {
  const fields = names.flatMap((name) => columns[name] ?? [])
  const missing = needed.filter(({ field }) => !fields.includes(field))
  const twice = names.find((name, at) => columns[name] && names.indexOf(name) !== at)
  if (missing.length > 0) {
    const zh = missing.map(({ zh: name }) => `“${name}”`).join('、')
    const en = missing.map(({ field }) => field).join(', ')
    throw notImported([{ line, zh: `表头缺少${zh}列。`, en: `The head lacks the columns ${en}.` }])
  }
  if (twice) {
    throw notImported([
      { line, zh: `表头有两个“${twice}”列。`, en: `The head has ${twice} twice.` },
    ])
  }
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => plain(cell).trim() === '')

/** What a cell holds: numbers are kept as text by writing them as ="0012" or '0012. */
const plain = (cell: string): string =>
  /^\s*="(.*)"\s*$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.replace(/^'(?=\d+$)/, '')

const notLines = () =>
  new Refused('invalid', {
    detail: {
      zh: '这是一个 JSON 数组，请改为每行一个 JSON 对象（NDJSON）。',
      en: 'This is a JSON array: send one object a line (NDJSON).',
    },
  })

/**
 * The text of a sheet, however an office program saved it: UTF-8 or UTF-16 with a byte order mark or without, or
 * GB 18030, the way of older programs.
 * @throws Refused for a workbook, and for what none of them can read
 */
export function decodeSheet(bytes: Uint8Array): string {
  if (isWorkbook(bytes)) {
    throw new Refused('invalid', {
      detail: {
        zh: '这是 Excel 或 WPS 工作簿，请在表格软件里另存为“CSV UTF-8（逗号分隔）”后再导入。',
        en: 'This is a workbook: save it as “CSV UTF-8” first.',
      },
    })
  }
  for (const encoding of [encodingOf(bytes), 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  throw new Refused('invalid', {
    detail: {
      zh: '文件的编码无法识别，可能没有传完；请另存为“CSV UTF-8（逗号分隔）”后再导入。',
      en: 'The encoding cannot be told: save the file as “CSV UTF-8”.',
    },
  })
}

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
