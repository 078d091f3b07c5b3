import { isLexicalText, nodesOf, type LexicalText } from '@/blocks/lexical'
import { serviceItemParts } from '@/blocks/serviceItem'

export { isServiceCategory } from '@/blocks/serviceItem'

export const hasBlocks = (body: unknown): boolean =>
  isLexicalText(body) && [...nodesOf(body.root)].some(({ type }) => type === 'block')

/** The text with an empty block of each kind before it; what was written stays, after them. */
export function withServiceBlocks(body: unknown): LexicalText {
  const written = isLexicalText(body) ? (body.root.children ?? []) : []
  const blocks = serviceItemParts.map(({ slug }) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: {
      ...{ id: crypto.randomUUID(), blockName: '', blockType: slug },
      ...(slug === 'materials' ? { items: [] } : { content: '' }),
    },
  }))
  return {
    root: {
      ...{ type: 'root', version: 1, format: '', indent: 0, direction: 'ltr' },
      children: [...blocks, ...written],
    },
  }
}
