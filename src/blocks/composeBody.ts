import type { Block, Material } from './asWritten'

type Node = { type: string; version: number; [key: string]: unknown }

/** What the editor stores (Lexical's JSON). */
export type Body = { root: Node }

/** Blocks as the editor stores them: service-item blocks as its block nodes, the rest as plain text. */
export function composeBody(blocks: readonly Block[]): Body {
  return { root: withChildren('root', blocks.map(compose)) }
}

function compose(block: Block, index: number): Node {
  if ('h' in block) return withChildren('heading', textOf(block.h), { tag: 'h2' })
  if ('p' in block) return withChildren('paragraph', textOf(block.p), { textFormat: 0 })
  if ('list' in block) return list('bullet', block.list)
  if ('steps' in block) return list('number', block.steps)
  const id = (index + 1).toString(16).padStart(24, '0')
  if ('materials' in block) {
    const items = block.materials.map((material, row) =>
      itemOf(material, `${id.slice(2)}${hex(row)}`),
    )
    return blockNode({ id, blockType: 'materials', items })
  }
  if ('channels' in block) {
    const { ways, result } = block.channels
    const items = ways.map((way, row) => ({ id: `${id.slice(2)}${hex(row)}`, ...way }))
    return blockNode({ id, blockType: 'channels', items, content: result })
  }
  if ('free' in block) return blockNode({ id, blockType: 'free', ...block.free })
  if ('timeLimit' in block && typeof block.timeLimit === 'object') {
    const { promised, statutory } = block.timeLimit
    return blockNode({ id, blockType: 'timeLimit', content: promised, statutory })
  }
  const [blockType, content] = Object.entries(block)[0] as [string, string]
  return blockNode({ id, blockType, content })
}

function itemOf({ name, original, copies, note, ...said }: Material, id: string) {
  return {
    ...{ id, name, original: original ?? null, copies: copies ?? null },
    ...said,
    note: note ?? null,
  }
}

const hex = (row: number) => row.toString(16).padStart(2, '0')

const blockNode = (fields: Record<string, unknown>): Node => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { blockName: '', ...fields },
})

function list(listType: 'bullet' | 'number', lines: readonly string[]): Node {
  const items = lines.map((line, at) => withChildren('listitem', textOf(line), { value: at + 1 }))
  return withChildren('list', items, {
    listType,
    tag: listType === 'bullet' ? 'ul' : 'ol',
    start: 1,
  })
}

const textOf = (text: string): Node[] => [
  { type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' },
]

const withChildren = (type: string, children: Node[], more: object = {}): Node => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
  children,
})
