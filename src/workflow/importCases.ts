import { parse } from 'csv-parse/sync'
import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer } from './answer'
import { asBatch } from './asBatch'
import { countFindings, type FindingCounts } from './findings/countFindings'
import { readFindings } from './findings/readFindings'
import { Refused } from './Refused'
import { findOne } from './store'

/** One closed order as the file gives it, under the names of the fields. */
type Row = { line: number; given: Record<string, unknown> }
type Case = {
  title: string
  content: string
  result: string
  openToPublic: boolean | null
  unit: string
  isConfidential: boolean
  orderNumber: string | null
}
/** A case with what in it is to be looked at before it is published. */
type Checked = { line: number; text: Case; counts: FindingCounts | null }
type Wrong = { line: number; zh: string; en: string }

/** A file of more rows than this is sent in parts. */
const mostRows = 2000
const longestLine = 20_000

/** What a column is called in the hotline's own sheets. */
const columns: Record<string, keyof Case> = {
  标题: 'title',
  内容: 'content',
  结果: 'result',
  公开: 'openToPublic',
  单位: 'unit',
  保密: 'isConfidential',
  工单编号: 'orderNumber',
}

/**
 * `POST /api/cases/import` (centre): closed orders as the body, CSV with a header line (标题、内容、结果、公开、单位、
 * 保密、工单编号; UTF-8 or GB 18030) or NDJSON under the fields' names. All rows become cases 待发布 or none does:
 * 400 with `rows: [{ line, zh, en }]` says what is wrong where. An order number that is known is left alone.
 * 200 `{ created, known }`, and `findings: [{ line, counts }]` where rows are to be looked at before publishing.
 */
export const importCasesEndpoint: Endpoint = answer('post', '/import', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'cases', 'create')) throw new Refused('notAllowed')
  const rows = rowsOf(decoded(await req.arrayBuffer?.()))
  const units = await unitsByName(req)
  const read = rows.map((row) => caseOf(row, units))
  const wrong = read.flatMap((result) => ('zh' in result ? [result] : []))
  if (wrong.length > 0) throw notImported(wrong)
  const cases: Checked[] = []
  for (const [at, text] of (read as Case[]).entries()) {
    const place = { library: 'cases', unit: text.unit, categoryKey: null, topic: null } as const
    const counts = countFindings(await readFindings({ req, ...place, text }))
    cases.push({ line: rows[at]?.line ?? 0, text, counts })
  }
  const work = (begin: () => void) => store(req, cases, begin)
  return asBatch({ req, library: 'cases', size: cases.length, work })
})

async function store(req: PayloadRequest, cases: readonly Checked[], begin: () => void) {
  let created = 0
  const findings: { line: number; counts: FindingCounts }[] = []
  for (const { line, text: data, counts } of cases) {
    const { orderNumber } = data
    const where = { orderNumber: { equals: orderNumber } }
    if (orderNumber && (await findOne({ req, collection: 'cases', where }))) continue
    begin()
    if (counts) findings.push({ line, counts })
    req.context.findings = counts
    await req.payload.create({ collection: 'cases', data, overrideAccess: false, depth: 0, req })
    created += 1
  }
  delete req.context.findings
  const known = cases.length - created
  return findings.length > 0 ? { created, known, findings } : { created, known }
}

/** Sheets are saved as UTF-8 or, by older office programs, as GB 18030. */
function decoded(bytes: ArrayBuffer | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function rowsOf(text: string): Row[] {
  const body = text.replace(/^\uFEFF/, '').trim()
  const rows = body.startsWith('{') ? ndjson(body) : csv(body)
  if (rows.length > 0 && rows.length <= mostRows) return rows
  throw new Refused('invalid', {
    detail: {
      zh: `请提交 1 至 ${mostRows} 条办结工单。`,
      en: `Send 1 to ${mostRows} closed orders.`,
    },
  })
}

function ndjson(body: string): Row[] {
  return body.split('\n').flatMap((text, at) => {
    if (text.trim() === '') return []
    try {
      return [{ line: at + 1, given: JSON.parse(text) as Record<string, unknown> }]
    } catch {
      throw notImported([{ line: at + 1, zh: '不是一行 JSON。', en: 'Not one line of JSON.' }])
    }
  })
}

function csv(body: string): Row[] {
  try {
    const records: string[][] = parse(body, { relax_column_count: false, skip_empty_lines: true })
    const [head = [], ...lines] = records
    const names = head.map((name) => columns[name.trim()] ?? name.trim())
    return lines.map((cells, at) => ({
      line: at + 2,
      given: Object.fromEntries(names.map((name, column) => [name, cells[column]])),
    }))
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1
    throw notImported([{ line, zh: '表格的列数不一致或引号有误。', en: 'Not well-formed CSV.' }])
  }
}

function caseOf({ line, given }: Row, units: Map<string, string[]>): Case | Wrong {
  const text = (name: keyof Case) => (typeof given[name] === 'string' ? given[name].trim() : '')
  const found = units.get(text('unit')) ?? []
  const isConfidential = yesOrNo(given.isConfidential) ?? false
  const openToPublic = yesOrNo(given.openToPublic)
  const title = text('title')
  const content = text('content')
  const result = text('result')
  if (!title || title.length > 200)
    return { line, zh: '缺少标题或标题超过 200 字。', en: 'No title, or over 200 characters.' }
  if (!content || !result) return { line, zh: '缺少内容或结果。', en: 'No content or result.' }
  if (content.length > longestLine || result.length > longestLine)
    return { line, zh: '内容或结果过长。', en: 'Content or result is too long.' }
  if (found.length === 0)
    return { line, zh: `没有单位“${text('unit')}”。`, en: 'There is no such unit.' }
  if (found.length > 1)
    return {
      line,
      zh: `有多个“${text('unit')}”，请写成“上级/单位”。`,
      en: 'Several units have this name: write above/unit.',
    }
  if (isConfidential && openToPublic === true)
    return { line, zh: '来自保密工单的案件不能公开。', en: 'A confidential case is never opened.' }
  const orderNumber = text('orderNumber') || null
  return { title, content, result, openToPublic, unit: found[0] ?? '', isConfidential, orderNumber }
}

function yesOrNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (['是', '公开', '保密', 'true', '1'].includes(String(value).trim())) return true
  return ['否', '不公开', '不保密', 'false', '0'].includes(String(value).trim()) ? false : null
}

/** Units by name, by name with the one above, and by id. */
async function unitsByName(req: PayloadRequest): Promise<Map<string, string[]>> {
  const { docs } = await req.payload.find({
    collection: 'nodes',
    where: { kind: { not_equals: 'category' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  const names = new Map(docs.map(({ id, name }) => [String(id), name]))
  const found = new Map<string, string[]>()
  for (const { id, name, unitAbove } of docs) {
    const above = unitAbove ? [`${names.get(unitAbove)}/${name}`] : []
    for (const key of [String(id), name, ...above]) {
      found.set(key, [...(found.get(key) ?? []), String(id)])
    }
  }
  return found
}

const notImported = (rows: readonly Wrong[]) =>
  new Refused('invalid', {
    rows,
    detail: {
      zh: `有 ${rows.length} 行不正确，没有导入任何一条：${rows
        .slice(0, 5)
        .map(({ line, zh }) => `第 ${line} 行${zh}`)
        .join('')}`,
      en: `${rows.length} rows are wrong; nothing was imported: ${rows
        .slice(0, 5)
        .map(({ line, en }) => `line ${line}: ${en}`)
        .join(' ')}`,
    },
  })
