import { channelWays, materialChoices } from './partFields'
import { parts, type Part } from './serviceItem'

type Fields = Record<string, unknown>

/** The names a block keeps; what else was sent with it is dropped. */
const names: Partial<Record<Part, readonly string[]>> = {
  materials: ['items'],
  timeLimit: ['content', 'statutory'],
  channels: ['items', 'content'],
  free: ['heading', 'content'],
}
const rowNames: Partial<Record<Part, readonly string[]>> = {
  materials: ['id', 'name', 'original', 'copies', ...Object.keys(materialChoices), 'note'],
  channels: ['id', 'way', 'detail'],
}

/**
 * What a block holds, in the form its fields take, so that a save is never refused for it: text where text
 * belongs, numbers where one counts, choices that exist. Words in a wrong place are kept as a note.
 * Null for a block nobody knows.
 */
export function unifyBlock(fields: unknown): Fields | null {
  if (!isObject(fields)) return null
  const part = parts.find(({ slug }) => slug === fields.blockType)?.slug
  if (!part) return null
  const own = names[part] ?? ['content']
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (name === 'blockType') return [[name, part]]
      if (name === 'id') return typeof value === 'string' && value !== '' ? [[name, value]] : []
      if (name === 'blockName') return [[name, '']]
      if (!own.includes(name)) return []
      return [[name, name === 'items' ? rowsOf(part, value) : textOf(value)]]
    }),
  )
}

function rowsOf(part: Part, value: unknown): Fields[] {
  if (typeof value === 'string') return rowsOf(part, value.split(/\n+/).map(lineOf[part] ?? noLine))
  const rows = Array.isArray(value) ? value.filter(isObject) : []
  return rows.map((row) => rowOf(row, rowNames[part] ?? []))
}

/** A list that was sent as words: a line, a row. */
const lineOf: Partial<Record<Part, (line: string) => Fields>> = {
  materials: (name) => ({ name }),
  channels: (detail) => ({ detail }),
}
const noLine = (): Fields => ({})

function rowOf(row: Fields, own: readonly string[]): Fields {
  const strays: string[] = []
  const kept = Object.entries(row).flatMap(([name, value]) => {
    if (!own.includes(name)) return []
    const [unified, stray] = cellOf(name, value)
    if (stray) strays.push(stray)
    return [[name, unified] as const]
  })
  const unified: Fields = Object.fromEntries(kept)
  if (strays.length === 0) return unified
  const note = own.includes('note') ? 'note' : 'detail'
  return { ...unified, [note]: [textOf(unified[note]), ...strays].filter(Boolean).join('；') }
}

const options: Record<string, object> = { ...materialChoices, way: channelWays }

/** A value as its field takes it, and the words that do not fit there. */
function cellOf(name: string, value: unknown): [unknown, string?] {
  if (value === null || value === undefined) return [value]
  if (name === 'original' || name === 'copies') {
    const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    const isCount = typeof count === 'number' && Number.isFinite(count) && count >= 0
    return isCount ? [count] : [null, textOf(value)]
  }
  const known = options[name]
  if (!known) return [textOf(value)]
  return typeof value === 'string' && Object.hasOwn(known, value) ? [value] : [null, textOf(value)]
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
