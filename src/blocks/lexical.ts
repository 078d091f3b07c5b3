/** A node of a stored text, as far as we look into it. */
export type LexicalNode = {
  type: string
  children?: LexicalNode[]
  fields?: Record<string, unknown>
  text?: string
  format?: number | string
  value?: unknown
  [key: string]: unknown
}

export type LexicalText = { root: LexicalNode }

export function isLexicalText(value: unknown): value is LexicalText {
  if (typeof value !== 'object' || value === null || !('root' in value)) return false
  const { root } = value
  return (
    typeof root === 'object' && root !== null && 'children' in root && Array.isArray(root.children)
  )
}

/** Every node of a text, parents before children. */
export function* nodesOf(node: LexicalNode): Generator<LexicalNode> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

const isNode = (value: unknown): value is LexicalNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The children that are nodes: what else was sent would stop whoever walks through the text. */
export const childrenOf = ({ children }: LexicalNode): LexicalNode[] =>
  Array.isArray(children) ? children.filter(isNode) : []

/** A paragraph as the editor stores it. */
export const paragraphOf = (children: LexicalNode[]): LexicalNode => ({
  ...{ type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0, textFormat: 0 },
  children,
})

export const plainText = (text: string): LexicalNode => ({
  ...{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal' },
})

/**
 * The node without its children and without what the format leaves out. Emptied, not removed: it stays what the
 * editor itself would write, so that after a save the caret stays where it was.
 */
export function plain(node: LexicalNode): LexicalNode {
  const { children: _children, ...rest } = node
  const empty: Record<string, unknown> = { style: '', textStyle: '', backgroundColor: null }
  for (const [name, nothing] of Object.entries(empty)) if (name in rest) rest[name] = nothing
  return typeof node.format === 'string' && node.format !== '' ? { ...rest, format: '' } : rest
}

/** Lexical's marks of a text, as bits. */
export const marks = { bold: 1, struck: 4, lowered: 32, raised: 64 } as const

const raised: Record<string, string> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸' },
  ...{ '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', '（': '⁽', '）': '⁾' },
  n: 'ⁿ',
}
const lowered: Record<string, string> = {
  ...{ '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈' },
  ...{ '9': '₉', '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎', '（': '₍', '）': '₎' },
}

/**
 * m² is a word, not a mark on one: a raised or lowered number is written with its own characters, which stay
 * what they are in search, in a note and read aloud. Null where a character has none.
 */
export function inOwnCharacters(text: string, format: number): string | null {
  const table = format & marks.raised ? raised : format & marks.lowered ? lowered : null
  if (!table || text === '') return null
  const characters = [...text].map((character) =>
    /\s/.test(character) ? character : table[character],
  )
  return characters.every((character) => character !== undefined) ? characters.join('') : null
}
