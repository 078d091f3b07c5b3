import { parts, type Part } from '@/blocks/serviceItem'
import { detailsOf, linesOf, plain } from './linesOf'

/** A part of a rendered text that is read, and copied, by itself. */
export type Section = {
  /** Which block of a service item it is; null of what stands under a heading of the text, or under none. */
  part: Part | null
  /** Empty of what stands before the first heading. */
  heading: string
  /** Without the heading. */
  html: string
}

/** What our own rendering (src/blocks/render.ts) is made of: whole tags and text between them. */
const token = /<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g
const endless = ['br', 'img', 'hr']

/** A rendered text in its order: each block of a service item, what stands under each of its headings, and the rest. */
export function sectionsOf(html: string): Section[] {
  const sections: Section[] = []
  let own: Section | null = null
  const add = (piece: string) => {
    if (own === null && piece.trim() !== '') own = { part: null, heading: '', html: '' }
    if (own) own.html += piece
  }
  const end = () => {
    if (own && (own.heading !== '' || own.html !== '')) sections.push(own)
    own = null
  }
  for (const { tag, attributes, piece, inner } of piecesOf(html)) {
    const part = tag === 'section' ? partIn(attributes) : null
    if (part) {
      end()
      const [, heading = '', rest = inner] = /^<h2>(.*?)<\/h2>(.*)$/s.exec(inner) ?? []
      sections.push({ part, heading: plain(heading), html: rest })
    } else if (tag === 'h2') {
      end()
      own = { part: null, heading: linesOf(`<p>${inner}</p>`).join(''), html: '' }
    } else add(piece)
  }
  end()
  return sections
}

type Piece = { tag: string; attributes: string; piece: string; inner: string }

/** The outermost elements, and text that stands in none. */
function* piecesOf(html: string): Generator<Piece> {
  let open: { tag: string; attributes: string; from: number; inside: number } | null = null
  let depth = 0
  for (const { 0: all, 1: slash, 2: tag = '', 3: attributes = '', index } of html.matchAll(token)) {
    const isTag = all.startsWith('<')
    if (open === null) {
      const isWhole = !isTag || endless.includes(tag)
      if (isWhole) yield { tag, attributes, piece: all, inner: '' }
      else if (!slash) {
        open = { tag, attributes, from: index, inside: index + all.length }
        depth = 1
      }
      continue
    }
    if (!isTag || endless.includes(tag)) continue
    depth += slash ? -1 : 1
    if (depth > 0) continue
    const piece = html.slice(open.from, index + all.length)
    yield { ...open, piece, inner: html.slice(open.inside, index) }
    open = null
  }
}

function partIn(attributes: string): Part | null {
  const [, slug] = /class="part part-(\w+)"/.exec(attributes) ?? []
  return parts.find((part) => part.slug === slug)?.slug ?? null
}

/** A section in plain Chinese, its heading first. */
export const plainSection = ({ heading, html }: Section): string =>
  [...(heading ? [`${heading}：`] : []), ...linesOf(html)].join('\n')

export type MaterialRow = { name: string; details: string[] }

/** The materials of a section of them, each with what is said of it. */
export function materialsOf({ html }: Pick<Section, 'html'>): MaterialRow[] {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row)
  const heads = rows.find((row) => row.startsWith('<th')) ?? ''
  const cellsOf = (row: string) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell).trim())
  return rows
    .filter((row) => row.startsWith('<td'))
    .map((row) => detailsOf(cellsOf(heads), cellsOf(row)))
    .map(([name = '', ...details]) => ({ name, details }))
}

/** 还缺：what a caller does not have yet. */
export const missingMaterials = (rows: readonly MaterialRow[]): string =>
  rows
    .map(({ name, details }) => (details.length > 0 ? `${name}（${details.join('，')}）` : name))
    .join('；')

/** The paragraphs of a section, those that name the place first: 青山县 by 青山县 and by 青山. */
export function nearestFirst(html: string, place: string | null): string {
  const short = place?.replace(/(自治)?[县市区]$/, '') ?? ''
  const named = [place ?? '', short.length > 1 ? short : ''].filter(Boolean)
  const lines = html.match(/<p>.*?<\/p>/gs) ?? []
  if (named.length === 0 || lines.join('') !== html) return html
  const isNear = (line: string) => named.some((name) => line.includes(name))
  const near = lines.filter(isNear)
  return [...near, ...lines.filter((line) => !isNear(line))].join('')
}
