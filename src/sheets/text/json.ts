import { cleanText } from '@/cleanText'
import { headingOf } from '../headings'
import { longestRow, mostColumns, mostRows } from '../limits'
import { numberText } from '../numberText'
import { noObjects, nothingIn, tooManyColumns, tooManyRows, twice } from '../said'
import type { Source, Survey } from '../source'
import type { Said, SheetRow } from '../types'
import { decoded } from './decode'

/** One object of the file: its own number there, and null where none can be read. */
type Item = { line: number; object: Record<string, unknown> | null }

/** Objects, whose names are the headings. */
export function jsonSource(bytes: Uint8Array, encoding: string, isArray: boolean): Source {
  const items = () => (isArray ? elements(bytes, encoding) : lines(bytes, encoding))
  return { survey: () => survey(items()), rows: (known) => rows(items(), known, isArray) }
}

function survey(items: Iterable<Item>): Promise<Survey> {
  /** The name as it is written, by the heading it makes. */
  const names = new Map<string, string>()
  let [count, objects] = [0, 0]
  for (const { object } of items) {
    count += 1
    if (count > mostRows) throw tooManyRows()
    if (!object) continue
    objects += 1
    for (const name of Object.keys(object)) {
      const heading = headingOf(name)
      if (heading === '') continue
      if ((names.get(heading) ?? name) !== name) throw twice(heading, [], 0)
      names.set(heading, name)
    }
    if (names.size > mostColumns) throw tooManyColumns()
  }
  if (count === 0) throw nothingIn()
  if (objects === 0 || names.size === 0) throw noObjects()
  const headings = [...names.keys()]
  return Promise.resolve({ headings, headLine: 0, notes: [], count, columns: [] })
}

async function* rows(
  items: Iterable<Item>,
  { headings }: Survey,
  isArray: boolean,
): AsyncGenerator<SheetRow> {
  await Promise.resolve()
  for (const { line, object } of items) {
    const given = new Map(
      Object.entries(object ?? {}).map(([name, value]) => [headingOf(name), textOf(value)]),
    )
    const cells = headings.map((heading) => given.get(heading) ?? '')
    if (object) yield { line, cells }
    else yield { line, cells, wrong: isArray ? noObject : noJson }
  }
}

const noJson: Said = { zh: '不是一行 JSON 对象。', en: 'Not one JSON object in a line.' }
const noObject: Said = { zh: '不是 JSON 对象。', en: 'Not a JSON object.' }

function* lines(bytes: Uint8Array, encoding: string): Generator<Item> {
  let [line, rest] = [0, '']
  const item = (text: string): Item[] => {
    line += 1
    return text.trim() === '' ? [] : [{ line, object: objectIn(text) }]
  }
  for (const piece of decoded(bytes, encoding)) {
    // Not by other signs that some count as ends of lines, and JSON does not; the pair may lie across two pieces.
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = parts.pop() ?? ''
    for (const text of parts) yield* item(text)
    if (rest.length > longestRow * 4) throw noObjects()
  }
  for (const text of rest.split('\r')) yield* item(text)
}

function objectIn(text: string): Item['object'] {
  try {
    return asObject(JSON.parse(exactly(text)))
  } catch {
    return null
  }
}

const asObject = (value: unknown): Item['object'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

function* elements(bytes: Uint8Array, encoding: string): Generator<Item> {
  let read: unknown
  try {
    read = JSON.parse(exactly([...decoded(bytes, encoding)].join('')))
  } catch {
    throw noObjects()
  }
  for (const [at, value] of (Array.isArray(read) ? read : []).entries()) {
    yield { line: at + 1, object: asObject(value) }
  }
}

/** Numbers of more digits than JavaScript holds, such as those of work orders, become texts. */
const exactly = (text: string): string =>
  /\d{16}/.test(text)
    ? text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/gs, (found) =>
        found.startsWith('"') ? found : `"${found}"`,
      )
    : text

/** As a spreadsheet would show it; several of something one below the other. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberText(value)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)) {
    return value.map(textOf).join('\n')
  }
  try {
    return cleanText(JSON.stringify(value))
  } catch {
    // Nested more deeply than anybody writes.
    return ''
  }
}
