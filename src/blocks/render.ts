import { convertLexicalToHTML, defaultHTMLConverters } from '@payloadcms/richtext-lexical/html'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import escapeHTML from 'escape-html'
import type { LexicalNode, LexicalText } from './lexical'
import { serviceItemParts } from './serviceItem'

/** Where readers get an image of the text, by the id of its media row. */
export type Images = ReadonlyMap<string, { address: string; name: string }>

type Material = { name?: string; original?: number | null; copies?: number | null; note?: string }
type Inner = { node: LexicalNode; nodesToHTML: (args: { nodes: LexicalNode[] }) => string[] }

/** The text as readers see it. Everything written by people is escaped; links keep safe schemes only. */
export function toHtml(text: LexicalText, images: Images): string {
  const children = ({ node, nodesToHTML }: Inner) =>
    nodesToHTML({ nodes: node.children ?? [] }).join('')
  const own = {
    list: (inner: Inner) => wrap(inner.node.tag === 'ol' ? 'ol' : 'ul', children(inner)),
    listitem: (inner: Inner) => wrap('li', children(inner)),
    table: (inner: Inner) =>
      `<div class="table">${wrap('table', wrap('tbody', children(inner)))}</div>`,
    tablerow: (inner: Inner) => wrap('tr', children(inner)),
    tablecell: (inner: Inner) => cell(inner.node, children(inner)),
    upload: ({ node }: Inner) => image(images.get(idOfUpload(node.value))),
    blocks: Object.fromEntries(
      serviceItemParts.map(({ slug, label }) => [
        slug,
        ({ node: { fields = {} } }: Inner) =>
          plainPart(fields)
            ? `<section class="part part-${slug}"><h2>${label.zh}</h2>${partBody(fields)}</section>`
            : '',
      ]),
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

/** The same text without marks, for search, reading aloud and comparison. */
export function toPlain(text: LexicalText): string {
  const blocks = Object.fromEntries(
    serviceItemParts.map(({ slug, label }) => [
      slug,
      ({ node: { fields = {} } }: Inner) => {
        const plain = plainPart(fields)
        return plain ? `\n\n${label.zh}：${plain}\n\n` : '\n\n'
      },
    ]),
  )
  return convertLexicalToPlaintext({ data: text as never, converters: { blocks } as never })
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function partBody(fields: Record<string, unknown>): string {
  if (!Array.isArray(fields.items)) return paragraphs(fields.content)
  const rows = materialsOf(fields.items).map(({ name, original, copies, note }) =>
    wrap('tr', [name, original, copies, note].map((part) => wrap('td', shown(part))).join('')),
  )
  const head =
    '<tr><th scope="col">材料名称</th><th scope="col">原件（份）</th><th scope="col">复印件（份）</th><th scope="col">说明</th></tr>'
  return `<div class="table"><table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div>`
}

function plainPart(fields: Record<string, unknown>): string {
  if (!Array.isArray(fields.items)) return asText(fields.content).trim()
  return materialsOf(fields.items)
    .map(({ name, original, copies, note }) => {
      const counts = [
        original ? `原件${original}份` : '',
        copies ? `复印件${copies}份` : '',
        note ?? '',
      ]
      const details = counts.filter(Boolean).join('，')
      return details ? `${name ?? ''}（${details}）` : (name ?? '')
    })
    .join('；')
}

/** Escaped whatever it is: a count that was sent as words is still somebody's words. */
const shown = (value: string | number | null | undefined) => escapeHTML(String(value ?? ''))

const materialsOf = (items: unknown[]) =>
  items.filter((item): item is Material => typeof item === 'object' && item !== null)

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

const paragraphs = (value: unknown) =>
  asText(value)
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHTML(line.trim())}</p>`)
    .join('')

const wrap = (tag: string, inner: string) => `<${tag}>${inner}</${tag}>`

function cell(node: LexicalNode, inner: string): string {
  const spans = (['colSpan', 'rowSpan'] as const)
    .map((name) => (Number(node[name]) > 1 ? ` ${name.toLowerCase()}="${Number(node[name])}"` : ''))
    .join('')
  const tag = Number(node.headerState) > 0 ? 'th' : 'td'
  return `<${tag}${spans}>${inner}</${tag}>`
}

function image(found: { address: string; name: string } | undefined): string {
  if (!found) return ''
  return `<img src="${escapeHTML(found.address)}" alt="${escapeHTML(found.name)}" loading="lazy">`
}

export function idOfUpload(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return typeof value === 'string' ? value : ''
}
