import { isLexicalText, type LexicalNode, type LexicalText } from './lexical'

const kept = new Set([
  ...['root', 'paragraph', 'heading', 'text', 'linebreak', 'tab', 'list', 'listitem'],
  ...['link', 'autolink', 'table', 'tablerow', 'tablecell', 'upload', 'block'],
])

const bold = 1

/**
 * 统一格式: whatever was pasted, sent or imported, a text keeps headings, lists, tables, links, images
 * and blocks and loses styles, colours, alignment and nodes the editor does not know (their words stay).
 */
export function unify(text: unknown): LexicalText | null {
  if (!isLexicalText(text)) return null
  return { root: { ...plain(text.root), children: unifyAll(text.root.children ?? []) } }
}

function unifyAll(nodes: LexicalNode[]): LexicalNode[] {
  return nodes.flatMap((node) => {
    if (typeof node !== 'object' || node === null) return []
    const children = node.children ? unifyAll(node.children) : undefined
    if (!kept.has(node.type)) return children ?? []
    return [{ ...plain(node), ...(children ? { children } : {}) }]
  })
}

function plain(node: LexicalNode): LexicalNode {
  const { style: _style, textStyle: _textStyle, backgroundColor: _color, ...rest } = node
  if (node.type === 'text') return { ...rest, format: Number(node.format ?? 0) & bold }
  if (node.type === 'heading') return { ...rest, format: '', tag: headingTag(node.tag) }
  if (typeof node.format === 'string') return { ...rest, format: '' }
  return rest
}

/** The title of an entry is its first heading; inside the text two levels remain. */
const headingTag = (tag: unknown) => (tag === 'h1' || tag === 'h2' ? 'h2' : 'h3')
