import { convertLexicalToHTML, defaultHTMLConverters } from '@payloadcms/richtext-lexical/html'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import escapeHTML from 'escape-html'
import { type LexicalNode, type LexicalText, marks } from './lexical'
import { partHtml, partPlain } from './renderPart'
import { parts } from './serviceItem'

/** Where readers get an image of the text, by the id of its media row. */
export type Images = ReadonlyMap<string, { address: string; name: string }>

type Inner = { node: LexicalNode; nodesToHTML: (args: { nodes: LexicalNode[] }) => string[] }

/** The text as readers see it. Everything written by people is escaped; links keep safe schemes only. */
export function toHtml(text: LexicalText, images: Images): string {
  const children = ({ node, nodesToHTML }: Inner) =>
    nodesToHTML({ nodes: node.children ?? [] }).join('')
  const own = {
    text: ({ node }: Inner) => marked(escapeHTML(String(node.text ?? '')), Number(node.format)),
    heading: (inner: Inner) => {
      const tag = headings.find((known) => known === inner.node.tag) ?? 'h3'
      const words = children(inner)
      return words === '' ? '' : wrap(tag, words)
    },
    list,
    listitem: (inner: Inner) => wrap('li', children(inner)),
    table: (inner: Inner) =>
      `<div class="table">${wrap('table', wrap('tbody', children(inner)))}</div>`,
    tablerow: (inner: Inner) => wrap('tr', children(inner)),
    tablecell: (inner: Inner) => cell(inner.node, children(inner)),
    upload: ({ node }: Inner) => image(images.get(idOfUpload(node.value)), node.fields?.alt),
    blocks: Object.fromEntries(
      parts.map(({ slug }) => [slug, ({ node: { fields = {} } }: Inner) => partHtml(fields)]),
    ),
  }
  return convertLexicalToHTML({
    data: text as never,
    converters: { ...defaultHTMLConverters, ...own } as never,
    disableContainer: true,
    disableIndent: true,
    disableTextAlign: true,
  })
}

/**
 * The same text without marks, for search, reading aloud and comparison. What is struck out says so in words:
 * without its line it would be valid.
 */
export function toPlain(text: LexicalText): string {
  const blocks = Object.fromEntries(
    parts.map(({ slug }) => [
      slug,
      ({ node: { fields = {} } }: Inner) => {
        const plain = partPlain(fields)
        return plain ? `\n\n${plain}\n\n` : '\n\n'
      },
    ]),
  )
  const words = ({ node }: Inner) => {
    const written = String(node.text ?? '')
    const isStruck = Number(node.format) & marks.struck && written.trim() !== ''
    return isStruck ? `〔已删去：${written}〕` : written
  }
  return convertLexicalToPlaintext({
    data: text as never,
    converters: { blocks, text: words } as never,
  })
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const headings = ['h2', 'h3', 'h4'] as const

/**
 * The editor keeps the items below an item in an item of their own that has no number. Here they stand in the
 * item above them, so that nothing is counted but steps; where there is none above, theirs is marked.
 */
function list({ node, nodesToHTML }: Inner): string {
  const items = joined(node.children ?? [])
  const start = startOf(node)
  const inner = items.map((item, at) => {
    const html = nodesToHTML({ nodes: [item] }).join('')
    if (isOnlyList(item)) return html.replace('<li>', '<li class="deeper">')
    const isFirstStep = at === 1 && items.slice(0, 1).some(isOnlyList)
    return isFirstStep && node.tag === 'ol' ? html.replace('<li>', `<li value="${start}">`) : html
  })
  if (node.tag !== 'ol') return wrap('ul', inner.join(''))
  return start > 1 ? `<ol start="${start}">${inner.join('')}</ol>` : wrap('ol', inner.join(''))
}

function joined(children: readonly LexicalNode[]): LexicalNode[] {
  const items: LexicalNode[] = []
  for (const child of children) {
    const above = items.at(-1)
    if (above && isOnlyList(child)) {
      items[items.length - 1] = {
        ...above,
        children: [...(above.children ?? []), ...(child.children ?? [])],
      }
    } else items.push(child)
  }
  return items
}

/** As Lexical itself decides which items it counts. */
const isOnlyList = ({ type, children }: LexicalNode): boolean =>
  type === 'listitem' && children?.[0]?.type === 'list'

/** A list that goes on where another ended says with which number. */
const startOf = ({ start }: LexicalNode): number =>
  Number.isInteger(start) && Number(start) > 1 && Number(start) < 10_000 ? Number(start) : 1

const wrap = (tag: string, inner: string) => `<${tag}>${inner}</${tag}>`

function marked(words: string, format: number): string {
  const tags = [
    [marks.bold, 'strong'],
    [marks.lowered, 'sub'],
    [marks.raised, 'sup'],
    [marks.struck, 's'],
  ] as const
  return tags.reduce((inner, [mark, tag]) => (format & mark ? wrap(tag, inner) : inner), words)
}

function cell(node: LexicalNode, inner: string): string {
  const spans = (['colSpan', 'rowSpan'] as const)
    .map((name) => (Number(node[name]) > 1 ? ` ${name.toLowerCase()}="${Number(node[name])}"` : ''))
    .join('')
  const tag = Number(node.headerState) > 0 ? 'th' : 'td'
  return `<${tag}${spans}>${inner}</${tag}>`
}

/** Its words are the writer's; a picture from before they were asked for has its file's name. */
function image(found: { address: string; name: string } | undefined, alt: unknown): string {
  if (!found) return ''
  const words = typeof alt === 'string' && alt !== '' ? alt : found.name
  return `<img src="${escapeHTML(found.address)}" alt="${escapeHTML(words)}" loading="lazy">`
}

export function idOfUpload(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return typeof value === 'string' ? value : ''
}
