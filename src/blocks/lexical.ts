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
