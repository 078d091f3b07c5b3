import { dayOf } from '@/shanghaiDay'
import { isLexicalText } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'

/** Fields of which two texts say otherwise, each as people read it. */
export type Difference = { theirs: Record<string, string>; ours: Record<string, string> }

/** Set with the first save and never after. */
const onceOnly = ['kind', 'isConfidential', 'orderNumber']

/** What the sheet says beside what the entry says now; null where they say the same. */
export function differenceTo(
  data: Readonly<Record<string, unknown>>,
  text: Readonly<Record<string, unknown>>,
): Difference | null {
  const names = Object.keys(data).filter((name) => !onceOnly.includes(name))
  const differing = names.filter((name) => shown(data[name]) !== shown(text[name]))
  if (differing.length === 0) return null
  const told = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(differing.map((name) => [name, shown(values[name])]))
  return { theirs: told(text), ours: told(data) }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (isLexicalText(value)) return toPlain(value).trim()
  if (Array.isArray(value)) return value.map(shown).join('\n')
  if (typeof value === 'object' && 'id' in value) return String(value.id)
  const text = value instanceof Date ? value.toISOString() : String(value)
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? dayOf(text) : text.trim()
}

/** The same fields as the entry has them, to be written back. */
export const before = (
  data: Readonly<Record<string, unknown>>,
  text: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(data)
      .filter((name) => !onceOnly.includes(name))
      .map((name) => [name, text[name] ?? null]),
  )
