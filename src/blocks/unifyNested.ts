import { childrenOf, paragraphOf, plain, type LexicalNode } from './lexical'

const pieces = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

/** Does it stand in a line, and not as a block of its own? */
export const isInline = ({ type }: LexicalNode): boolean => pieces.has(type)

type Wrap = (run: LexicalNode[]) => LexicalNode

/** Wraps what stands in one line; blocks between stay blocks. `evenEmpty`: a line without words stays one. */
export function wrapRuns(
  nodes: readonly LexicalNode[],
  wrap: Wrap,
  evenEmpty = false,
): LexicalNode[] {
  if (nodes.length === 0) return evenEmpty ? [wrap([])] : []
  const wrapped: LexicalNode[] = []
  let run: LexicalNode[] = []
  const end = () => {
    if (run.length > 0) wrapped.push(wrap(run))
    run = []
  }
  for (const node of nodes) {
    if (isInline(node)) run.push(node)
    else {
      end()
      wrapped.push(node)
    }
  }
  end()
  return wrapped
}

type Flow = (nodes: readonly LexicalNode[]) => LexicalNode[]

/**
 * A list holds items, an item one line or a list below it. Paragraphs of an item become its lines; what cannot
 * stand in a list (a table, a picture) stands after the items before it, and the list goes on behind.
 */
export function listsOf(
  list: LexicalNode,
  children: readonly LexicalNode[],
  flow: Flow,
): LexicalNode[] {
  const out: LexicalNode[] = []
  let items: LexicalNode[] = []
  let next = Number.isInteger(list.start) && Number(list.start) > 0 ? Number(list.start) : 1
  let first = next
  const end = () => {
    if (items.length > 0) out.push({ ...list, ...namesOf(list), start: first, children: items })
    items = []
    first = next
  }
  for (const child of children) {
    const own = child.type === 'listitem' ? child : null
    for (const node of linesOf(flow(own ? childrenOf(own) : [child]))) {
      if (Array.isArray(node)) items.push(itemOf(own, node, next++))
      else if (node.type === 'list') items.push(itemOf(own, [node], next))
      else {
        end()
        out.push(node)
      }
    }
  }
  end()
  return out
}

/** Lines of an item, each as its pieces, and the blocks between them. */
function linesOf(nodes: readonly LexicalNode[]): (LexicalNode[] | LexicalNode)[] {
  const lines: (LexicalNode[] | LexicalNode)[] = []
  for (const node of nodes) {
    const isParagraph = node.type === 'paragraph' || node.type === 'heading'
    const words = isParagraph ? (node.children ?? []) : isInline(node) ? [node] : null
    const last = lines.at(-1)
    if (!words) lines.push(node)
    else if (!Array.isArray(last)) lines.push([...words])
    else last.push(...(isParagraph ? [{ type: 'linebreak', version: 1 }] : []), ...words)
  }
  return lines.length === 0 ? [[]] : lines
}

const itemOf = (own: LexicalNode | null, children: LexicalNode[], value: number): LexicalNode => {
  const { children: _children, checked: _checked, ...shown } = plain(own ?? item)
  return { ...shown, format: '', value, children }
}

const item: LexicalNode = { type: 'listitem', version: 1, direction: 'ltr', format: '', indent: 0 }

const namesOf = ({ tag, listType }: LexicalNode) =>
  tag === 'ol' || listType === 'number'
    ? { tag: 'ol', listType: 'number' }
    : { tag: 'ul', listType: 'bullet' }

/** A table holds rows of cells, a cell paragraphs; of a table in a cell the words stay, in their order. */
export function tableOf(
  table: LexicalNode,
  children: readonly LexicalNode[],
  asBlocks: Flow,
): LexicalNode[] {
  const rows = children
    .filter(({ type }) => type === 'tablerow')
    .map((row) => ({ ...plain(row), children: cellsOf(row, asBlocks) }))
    .filter((row) => row.children.length > 0)
  const others = asBlocks(children.filter(({ type }) => type !== 'tablerow'))
  return rows.length > 0 ? [{ ...table, children: rows }, ...others] : others
}

function cellsOf(row: LexicalNode, asBlocks: Flow): LexicalNode[] {
  return childrenOf(row).map((node) => {
    const isCell = node.type === 'tablecell'
    const blocks = asBlocks(isCell ? childrenOf(node) : [node]).flatMap(withoutTable)
    const children = blocks.length > 0 ? blocks : [paragraphOf([])]
    return { ...(isCell ? numbersOf(plain(node)) : cell), children }
  })
}

const cell: LexicalNode = { type: 'tablecell', version: 1, headerState: 0 }

/** Over how many columns and rows a cell goes, and whether it is a head: what is no such number is left out. */
function numbersOf(node: LexicalNode): LexicalNode {
  const limits: Record<string, [number, number]> = {
    ...{ colSpan: [1, 100], rowSpan: [1, 1000], headerState: [0, 3], width: [1, 10_000] },
  }
  const kept = Object.entries(node).filter(([name, value]) => {
    const [least, most] = limits[name] ?? []
    return least === undefined || (Number(value) >= least && Number(value) <= Number(most))
  })
  return Object.fromEntries(kept) as LexicalNode
}

function withoutTable(node: LexicalNode): LexicalNode[] {
  if (node.type !== 'table') return [node]
  return (node.children ?? []).flatMap((row) =>
    (row.children ?? []).flatMap((inner) => (inner.children ?? []).flatMap(withoutTable)),
  )
}
