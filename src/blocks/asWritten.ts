/** How an answer is written down: neutral of Payload, so that it reads like a page of a handbook. */

import type { channelWays, materialChoices } from './partFields'

export type Material = {
  name: string
  original?: number
  copies?: number
  form?: keyof typeof materialChoices.form
  use?: keyof typeof materialChoices.use
  relief?: keyof typeof materialChoices.relief
  note?: string
}

/** A way to apply, and where. */
type Way = { way: keyof typeof channelWays; detail?: string }

/** A part of an answer. The named ones become the blocks of a service item, the rest plain text. */
export type Block =
  | { h: string }
  | { p: string }
  | { list: readonly string[] }
  | { steps: readonly string[] }
  | { conditions: string }
  | { materials: readonly Material[] }
  | { procedure: string }
  | { timeLimit: string | { promised: string; statutory: string } }
  | { fee: string }
  | { place: string }
  | { hours: string }
  | { phone: string }
  | { basis: string }
  | { channels: { ways: readonly Way[]; result: string } }
  | { scope: string }
  | { quota: string }
  | { outcome: string }
  | { refusal: string }
  | { cautions: string }
  | { complaints: string }
  | { remedies: string }
  | { free: { heading: string; content: string } }

type Lines = string | readonly string[]

type ServiceItem = {
  conditions?: Lines
  materials?: readonly Material[]
  procedure?: Lines
  timeLimit?: string | { promised: string; statutory: string }
  fee?: string
  place?: Lines
  hours?: string
  phone?: Lines
  basis?: Lines
}

/** The blocks of a service item in the order in which a caller asks for them; empty ones are left out. */
export function item(parts: ServiceItem): Block[] {
  const text = (lines?: Lines) => (typeof lines === 'string' ? lines : (lines ?? []).join('\n'))
  const blocks: Block[] = [
    { conditions: text(parts.conditions) },
    { materials: parts.materials ?? [] },
    { procedure: text(parts.procedure) },
    { timeLimit: parts.timeLimit ?? '' },
    { fee: text(parts.fee) },
    { place: text(parts.place) },
    { hours: text(parts.hours) },
    { phone: text(parts.phone) },
    { basis: text(parts.basis) },
  ]
  return blocks.filter((block) => Object.values(block).some((value) => value.length !== 0))
}

/** One material with how many originals and copies the window asks for. */
export function paper(name: string, original: number, copies: number, note?: string): Material {
  return note === undefined ? { name, original, copies } : { name, original, copies, note }
}

type Node = { type: string; version: number; [key: string]: unknown }

/** What the editor stores (Lexical's JSON). */
type Body = { root: Node }

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
