import { isLexicalText, type LexicalNode, type LexicalText } from './lexical'
import { serviceItemParts } from './serviceItem'

const kept = new Set([
  ...['root', 'paragraph', 'heading', 'text', 'linebreak', 'tab', 'list', 'listitem'],
  ...['link', 'autolink', 'table', 'tablerow', 'tablecell', 'upload', 'block'],
])

/** Nodes that hold no others; the rest always has a list of children, be it empty. */
const leaves = new Set(['text', 'linebreak', 'tab', 'upload', 'block'])

const bold = 1

/** Deeper than anybody writes. What is deeper was sent to exhaust the stack of whoever reads it. */
const deepest = 60

/**
 * 统一格式: whatever was pasted, sent or imported, a text keeps headings, lists, tables, links, images
 * and blocks and loses styles, colours, alignment and nodes the editor does not know (their words stay).
 * Null for what is no text.
 */
export function unify(text: unknown): LexicalText | null {
  if (!isLexicalText(text) || isTooDeep(text.root)) return null
  return { root: { ...plain(text.root), children: unifyAll(childrenOf(text.root)) } }
}

function unifyAll(nodes: LexicalNode[]): LexicalNode[] {
  return nodes.flatMap((node) => {
    const children = unifyAll(childrenOf(node))
    if (!isKept(node)) return children
    return [leaves.has(node.type) ? plain(node) : { ...plain(node), children }]
  })
}

/** The children that are nodes: what else was sent would stop whoever walks through the text. */
const childrenOf = ({ children }: LexicalNode): LexicalNode[] =>
  Array.isArray(children) ? children.filter(isObject) : []

const isTooDeep = (node: LexicalNode, level = 0): boolean =>
  level > deepest || childrenOf(node).some((child) => isTooDeep(child, level + 1))

function isKept({ type, fields }: LexicalNode): boolean {
  if (type === 'block') return serviceItemParts.some(({ slug }) => slug === fields?.blockType)
  if (type === 'link' || type === 'autolink') return typeof fields?.url === 'string'
  return kept.has(type)
}

/** The node without its children and without what the format leaves out. */
function plain(node: LexicalNode): LexicalNode {
  const { style: _style, textStyle: _textStyle, backgroundColor: _color, ...shown } = node
  const { children: _children, ...rest } = shown
  if (node.type === 'text') {
    const text = typeof node.text === 'string' ? node.text : ''
    return { ...rest, text, format: Number(node.format ?? 0) & bold }
  }
  if (node.type === 'heading') return { ...rest, format: '', tag: headingTag(node.tag) }
  if (typeof node.format === 'string') return { ...rest, format: '' }
  return rest
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The title of an entry is its first heading; inside the text two levels remain. */
const headingTag = (tag: unknown) => (tag === 'h1' || tag === 'h2' ? 'h2' : 'h3')
