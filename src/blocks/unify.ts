import {
  childrenOf,
  inOwnCharacters,
  isLexicalText,
  type LexicalNode,
  type LexicalText,
  marks,
  nodesOf,
  paragraphOf,
  plain,
  plainText,
} from './lexical'
import { channelWays, materialChoices } from './partFields'
import { type Part, parts } from './serviceItem'
import { listsOf, tableOf, wrapRuns } from './unifyNested'
import { webAddress } from './webAddress'

/** Deeper than anybody writes. What is deeper was sent to exhaust the stack of whoever reads it. */
const deepest = 60

/**
 * 统一格式: whatever was pasted, sent or imported, a text keeps headings, lists, tables, links, images
 * and blocks, bold, and what is struck out, raised or lowered; it loses styles, colours, alignment, links that
 * lead nowhere and nodes the editor does not know (their words stay). What comes out is what the editor can
 * open and every save takes: text in paragraphs, items in lists, cells in rows. Null for what is no text.
 */
export function unify(text: unknown): LexicalText | null {
  if (!isLexicalText(text) || isTooDeep(text.root)) return null
  const root = { ...plain(text.root), children: asBlocks(childrenOf(text.root)) }
  const isDocument = [...nodesOf(root)].some(({ type, tag }) => type === 'heading' && tag === 'h1')
  return { root: leveled(root, isDocument) }
}

/** Blocks as a page holds them: what runs free between them is put into paragraphs. */
const asBlocks = (nodes: readonly LexicalNode[]): LexicalNode[] =>
  wrapRuns(flow(nodes, true), paragraphOf)

/** What nodes hold, in their order: pieces of a line, and blocks between them. */
function flow(nodes: readonly LexicalNode[], isPage: boolean): LexicalNode[] {
  return nodes.flatMap((node) => unified(node, isPage))
}

function unified(node: LexicalNode, isPage: boolean): LexicalNode[] {
  const children = childrenOf(node)
  switch (node.type) {
    case 'text':
      return [textNode(node)]
    case 'linebreak':
    case 'tab':
      return [plain(node)]
    case 'paragraph':
    case 'heading':
      return wrapRuns(flow(children, false), (run) => ({ ...plain(node), children: run }), true)
    case 'link':
    case 'autolink': {
      const url = webAddress(fieldsOf(node).url)
      const inner = flow(children, false).flatMap((piece) =>
        piece.type === 'link' || piece.type === 'autolink' ? childrenOf(piece) : [piece],
      )
      if (url === null) return inner
      return wrapRuns(inner, (run) => ({ ...linkTo(node, url), children: run }))
    }
    case 'list':
      return listsOf(plain(node), children, (nodes) => flow(nodes, false))
    case 'table':
      return tableOf(plain(node), children, asBlocks)
    case 'upload':
      return [picture(node)]
    case 'block': {
      const fields = unifyBlock(node.fields)
      return fields ? [{ ...plain(node), fields }] : []
    }
    default:
      // A node nobody knows: on a page its words are lines of their own, in a line they go on.
      return isPage && children.length > 0 ? asBlocks(children) : flow(children, isPage)
  }
}

const isTooDeep = (node: LexicalNode, level = 0): boolean =>
  level > deepest || childrenOf(node).some((child) => isTooDeep(child, level + 1))

function textNode(node: LexicalNode): LexicalNode {
  const text = typeof node.text === 'string' ? node.text : ''
  const format = typeof node.format === 'object' ? 0 : Number(node.format ?? 0)
  const own = inOwnCharacters(text, format)
  const kept = marks.bold | marks.struck | (own === null ? marks.raised | marks.lowered : 0)
  return { ...plain(node), text: own ?? text, format: format & kept }
}

const linkTo = (node: LexicalNode, url: string): LexicalNode => {
  const fields = fieldsOf(node)
  const { doc: _doc, ...own } = fields
  return {
    ...plain(node),
    fields: { ...own, linkType: 'custom', newTab: fields.newTab === true, url },
  }
}

/** A picture that is stored; of one that is not (on a disk, on the way), a word stays where it stood. */
function picture(node: LexicalNode): LexicalNode {
  const { value } = node
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  if (typeof id !== 'string' || id === '') return paragraphOf([plainText(lostPicture)])
  const { alt } = fieldsOf(node)
  const fields = typeof alt === 'string' && alt.trim() !== '' ? { alt: alt.trim() } : {}
  return { ...plain(node), relationTo: 'media', value: id, fields }
}

/** Stands where a picture was that could not be taken along. */
export const lostPicture = '〔此处图片没有粘贴进来，请另存后插入〕'

/** The title of an entry is its first heading: where a text brings one of that level, all stand one lower. */
function leveled(node: LexicalNode, isDocument: boolean): LexicalNode {
  const { children } = node
  const below = children && { children: children.map((child) => leveled(child, isDocument)) }
  if (node.type !== 'heading') return { ...node, ...below }
  const level = /^h([1-6])$/.exec(String(node.tag))?.[1]
  const lower = level ? Number(level) + (isDocument ? 1 : 0) : 3
  return { ...node, tag: `h${Math.min(Math.max(lower, 2), 4)}`, ...below }
}

const fieldsOf = ({ fields }: LexicalNode): Record<string, unknown> =>
  typeof fields === 'object' && fields !== null ? fields : {}

type Fields = Record<string, unknown>

/** The names a block keeps; what else was sent with it is dropped. */
const names: Partial<Record<Part, readonly string[]>> = {
  materials: ['items'],
  timeLimit: ['content', 'statutory'],
  channels: ['items', 'content'],
  free: ['heading', 'content'],
}
const rowNames: Partial<Record<Part, readonly string[]>> = {
  materials: ['id', 'name', 'original', 'copies', ...Object.keys(materialChoices), 'note'],
  channels: ['id', 'way', 'detail'],
}

/**
 * What a block holds, in the form its fields take, so that a save is never refused for it: text where text
 * belongs, numbers where one counts, choices that exist. Words in a wrong place are kept as a note.
 * Null for a block nobody knows.
 */
function unifyBlock(fields: unknown): Fields | null {
  if (!isObject(fields)) return null
  const part = parts.find(({ slug }) => slug === fields.blockType)?.slug
  if (!part) return null
  const own = names[part] ?? ['content']
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (name === 'blockType') return [[name, part]]
      if (name === 'id') return typeof value === 'string' && value !== '' ? [[name, value]] : []
      if (name === 'blockName') return [[name, '']]
      if (!own.includes(name)) return []
      return [[name, name === 'items' ? rowsOf(part, value) : textOf(value)]]
    }),
  )
}

function rowsOf(part: Part, value: unknown): Fields[] {
  if (typeof value === 'string') return rowsOf(part, value.split(/\n+/).map(lineOf[part] ?? noLine))
  const rows = Array.isArray(value) ? value.filter(isObject) : []
  return rows.map((row) => rowOf(row, rowNames[part] ?? []))
}

/** A list that was sent as words: a line, a row. */
const lineOf: Partial<Record<Part, (line: string) => Fields>> = {
  materials: (name) => ({ name }),
  channels: (detail) => ({ detail }),
}
const noLine = (): Fields => ({})

function rowOf(row: Fields, own: readonly string[]): Fields {
  const strays: string[] = []
  const kept = Object.entries(row).flatMap(([name, value]) => {
    if (!own.includes(name)) return []
    const [cell, stray] = cellOf(name, value)
    if (stray) strays.push(stray)
    return [[name, cell] as const]
  })
  const taken: Fields = Object.fromEntries(kept)
  if (strays.length === 0) return taken
  const note = own.includes('note') ? 'note' : 'detail'
  return { ...taken, [note]: [textOf(taken[note]), ...strays].filter(Boolean).join('；') }
}

const options: Record<string, object> = { ...materialChoices, way: channelWays }

/** A value as its field takes it, and the words that do not fit there. */
function cellOf(name: string, value: unknown): [unknown, string?] {
  if (value === null || value === undefined) return [value]
  if (name === 'original' || name === 'copies') {
    const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    const isCount = typeof count === 'number' && Number.isFinite(count) && count >= 0
    return isCount ? [count] : [null, textOf(value)]
  }
  const known = options[name]
  if (!known) return [textOf(value)]
  return typeof value === 'string' && Object.hasOwn(known, value) ? [value] : [null, textOf(value)]
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
