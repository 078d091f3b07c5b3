import { fields, type Library } from '@/access/rules'
import { isLexicalText, nodesOf, type LexicalText } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'

/** Required fields that are still empty; switches count as empty until they were chosen. */
export function missingFields(library: Library, text: Readonly<Record<string, unknown>>): string[] {
  return fields[library]
    .filter(({ name, required }) => required && isEmpty(text[name]))
    .map(({ name }) => name)
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (isLexicalText(value)) return toPlain(value) === '' && !hasImage(value)
  return typeof value === 'string' && value.trim() === ''
}

const hasImage = ({ root }: LexicalText) => [...nodesOf(root)].some(({ type }) => type === 'upload')
