import { z } from 'zod'
import { withoutHtml } from '@/cleanText'

const cell = z.union([z.string(), z.number(), z.boolean()]).nullish()
const cells = z.union([z.array(cell), cell])

const raw = z.object({
  TASK_CODE: cell,
  ORGCODE: cell,
  TASK_NAME: cell,
  TASK_TYPE_TEXT: cell,
  DEPT_NAME: cell,
  AREA_CODE_TEXT: cell,
  URL: cell,
  subTaskName: cell,
  matter_short: cell,
  matter_daily: cell,
  handle_location: cell,
  handle_time: cell,
  handle_time_limit: cell,
  accept_standard: cell,
  consult_phone: cell,
  complain_phone: cell,
  bear_paltform: cell,
  online_book_addr: cell,
  theme_category: cells,
  service_object_name: cells,
  material_intro: cells,
})

/** A row of the source, cleaned: empty texts for what the source leaves out. */
export type SourceRow = {
  code: string
  orgCode: string
  name: string
  type: string
  department: string
  area: string
  place: string
  statutoryTime: string
  promisedTime: string
  conditions: string
  phone: string
  complaints: string
  platform: string
  address: string
  bookingAddress: string
  materials: string[]
  nicknames: string[]
  themes: string[]
  audiences: string[]
}

type Unusable = { error: string; code?: string; isObject: boolean }

/** Reads one line of the file; a sentence where it can't be used. */
export function readRow(line: string): { row: SourceRow } | Unusable {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { error: '不是有效的 JSON。This is not valid JSON.', isObject: false }
  }
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
  const parsed = raw.safeParse(given)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0] ?? 'JSON'))
    return {
      error: `字段类型不正确：${fields.join('、')}。Of the wrong kind: ${fields.join(', ')}.`,
      isObject,
    }
  }
  const row = rowOf(parsed.data)
  const missing = required.filter(([field]) => row[field] === '').map(([, name]) => name)
  if (missing.length === 0) return { row }
  return {
    error: `缺少 ${missing.join('、')}。Missing: ${missing.join(', ')}.`,
    code: row.code || undefined,
    isObject,
  }
}

const required = [
  ['code', 'TASK_CODE'],
  ['name', 'TASK_NAME'],
  ['type', 'TASK_TYPE_TEXT'],
  ['department', 'DEPT_NAME'],
  ['area', 'AREA_CODE_TEXT'],
] as const

function rowOf(given: z.infer<typeof raw>): SourceRow {
  return {
    code: cleanLine(given.TASK_CODE),
    orgCode: cleanLine(given.ORGCODE),
    name: nameOf(tidyName(given.TASK_NAME), tidyName(given.subTaskName)),
    type: cleanLine(given.TASK_TYPE_TEXT),
    department: tidyName(given.DEPT_NAME).replace(/(?<=[\u4e00-\u9fff）])\s+/g, ''),
    area: cleanLine(given.AREA_CODE_TEXT),
    place: tidyName(
      clean(cleanLine(given.handle_location).replace(/^办理(地点|地址)[:：]\s*/, '')),
    ),
    statutoryTime: daysOf(cleanLine(given.handle_time)),
    promisedTime: daysOf(cleanLine(given.handle_time_limit)),
    conditions: cleanLines(given.accept_standard),
    phone: cleanLines(given.consult_phone),
    complaints: cleanLines(given.complain_phone),
    platform: cleanLine(given.bear_paltform),
    address: addressOf(given.URL),
    bookingAddress: addressOf(given.online_book_addr),
    materials: listOf(given.material_intro).map((name) => name.replace(/[；;。，,]+$/, '')),
    nicknames: distinct(
      [given.matter_short, given.matter_daily].flatMap((value) =>
        cleanLine(value)
          .split(/\s*[，,、；;]\s*/)
          .map(tidyName),
      ),
    ),
    themes: listOf(given.theme_category).filter((theme) => theme !== '其他'),
    audiences: listOf(given.service_object_name),
  }
}

/** The source puts the variant into the name, `签证延期(工作类)`; where it did not, it is added here. */
function nameOf(name: string, variant: string): string {
  const inner = variant.replace(/^（(.*)）$/, '$1')
  return inner === '' || name.includes(inner) ? name : `${name}（${inner}）`
}

/** `30(工作日)` → `30个工作日`. */
function daysOf(value: string): string {
  const match = /^(\d+)\s*[（(]?\s*(工作日|自然日|日|天)?\s*[）)]?$/.exec(value)
  if (!match) return value
  const [, count, unit] = match
  if (Number(count) === 0) return ''
  return unit === '自然日' || unit === '工作日' ? `${count}个${unit}` : `${count}日`
}

function addressOf(value: unknown): string {
  const text = clean(value).replace(/\s/g, '')
  return /^https?:\/\/[^\s<>"]+$/i.test(text) ? text : ''
}

const listOf = (value: z.infer<typeof cells>): string[] =>
  distinct((Array.isArray(value) ? value : [value]).map(cleanLine))

const distinct = (values: string[]): string[] => [...new Set(values.filter(Boolean))]

/** What sources write into a cell that holds nothing. */
const blanks = /^(无|暂无|没有|空|null|undefined|none|n\/a|[-—/\\.。、\s]*)[。.；;]?$/i

/** A cell as plain text: remnants of HTML gone, digits and letters half-width, nothing for 无. */
function clean(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = withoutHtml(String(value))
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b\u200c\u200d\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim()
  return blanks.test(text) ? '' : text
}

/** One line: breaks and runs of blanks become one blank. */
const cleanLine = (value: unknown): string => clean(value).replace(/\s+/g, ' ')

/** Sources put a run of blanks, or one before the next number, where a new paragraph begins. */
const paragraphs = /\s*\n\s*|\s{2,}|\s(?=（[\d一二三四五六七八九十]{1,3}）|\d{1,2}[、.．](?!\d))/

/** Several lines, without empty ones. */
function cleanLines(value: unknown): string {
  return clean(value)
    .split(paragraphs)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** A name with Chinese brackets and quotes, so that it can stand inside a question. */
function tidyName(value: unknown): string {
  const name = cleanLine(value)
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/（（([^（）]*)））/g, '（$1）')
    .replace(/\s*([（）])\s*/g, '$1')
    .replace(/[。；;]+$/, '')
  return balanceQuotes(name)
}

/** Sources close a quotation with an opening mark; within a name they take turns. */
function balanceQuotes(name: string): string {
  let isOpen = false
  return name.replace(/[“”"]/g, () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
}
