import { fields, type Library } from '@/access/rules'
import { isLexicalText, nodesOf, type LexicalText } from '@/blocks/lexical'
import { toPlain } from '@/blocks/render'

/**
 * Required fields that are still empty; switches count as empty until they were chosen. `alt`: a picture of
 * the text without its words, for those who do not see it.
 */
export function missingFields(library: Library, text: Readonly<Record<string, unknown>>): string[] {
  const missing = fields[library]
    .filter(({ name, required }) => required && isEmpty(text[name]))
    .map(({ name }) => name)
  const { body } = text
  const isAltMissing =
    isLexicalText(body) && picturesOf(body).some(({ fields }) => isEmpty(fields?.alt))
  return isAltMissing ? [...missing, 'alt'] : missing
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (isLexicalText(value)) return toPlain(value) === '' && picturesOf(value).length === 0
  return typeof value === 'string' && value.trim() === ''
}

const picturesOf = ({ root }: LexicalText) =>
  [...nodesOf(root)].filter(({ type }) => type === 'upload')
