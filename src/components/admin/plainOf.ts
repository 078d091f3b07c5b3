type Node = { type?: string; text?: string; children?: Node[]; fields?: Record<string, unknown> }

/** The words of a working text, a line for each paragraph, to read and to copy. */
export function plainOf(body: unknown): string {
  const root = (body as { root?: Node } | null)?.root
  return root ? linesOf(root).join('\n') : ''
}

function linesOf(node: Node): string[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'block') return [wordsOfBlock(child.fields ?? {})]
    const isInner = child.children?.some(({ children }) => children !== undefined)
    return isInner && child.type !== 'paragraph' ? linesOf(child) : [wordsOf(child)]
  })
}

const wordsOf = (node: Node): string => node.text ?? (node.children ?? []).map(wordsOf).join('')

function wordsOfBlock({ content, items }: Record<string, unknown>): string {
  if (typeof content === 'string') return content
  const names = Array.isArray(items) ? (items as { name?: string }[]) : []
  return names.map(({ name }) => name ?? '').join('；')
}
