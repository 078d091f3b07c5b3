import escapeHtml from 'escape-html'
import type { PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import type { Library } from '@/access/rules'
import { inOneText } from '@/access/themes'
import { isLexicalText, nodesOf } from '@/blocks/lexical'
import { idOfUpload, toHtml, toPlain } from '@/blocks/render'
import { copyAddress, fileAddress } from '@/blocks/webAddress'
import { caseHeadings } from '@/i18n/names'
import type { Publication } from '@/payload-types'
import type { Switches } from './intent'
import type { Entry } from '../entry'
import { byId, findOne } from '../store'

type Node = { id: string; name: string }
type Media = {
  id: string
  hash: string
  name: string
  filename: string
  filesize: number
  mimeType: string
}

/** A row of `publications` as the database has it. */
export type LiveRow = Switches &
  Pick<Publication, 'id' | 'revision' | 'slot'> &
  Record<string, unknown>

export type WorkingText = Record<string, unknown> & { id: string; revision: number }

/** What of an entry shows in its text: its library, and where it is filed. */
type Filed = Pick<Entry, 'library' | 'topic' | 'unit' | 'unitAbove' | 'category' | 'categoryKey'>

export type Attachment = {
  hash: string
  name: string
  size: number
  mime: string
  /** An image of the text, shown in its place and not in the list of attachments. */
  isInline: boolean
  /** Where a review or preview fetches it, which no publication lists yet. */
  address?: string
}

/** What readers will see of a text: the part of a publication row that follows from text and place. */
export type Appearance = Awaited<ReturnType<typeof appearanceOf>>

/** What of it a page of the text shows. */
export type TextRead = Pick<
  Appearance,
  | (
      | 'title'
      | 'summary'
      | 'html'
      | 'basis'
      | 'basedOn'
      | 'similarQuestions'
      | 'keywords'
      | 'contact'
    )
  | ('attachments' | 'openToUnits' | 'openToPublic' | 'validFrom' | 'validUntil')
>

/**
 * For whom a text is rendered: readers of the live text, those who review a copy and need its files too, or
 * the writer of a text that nobody has saved, which shows only files this person may read.
 */
type Rendered = 'live' | 'review' | 'preview'

/** Rendering is slow work: it is done before the write gate is entered, never inside. */
export async function appearanceOf(
  req: PayloadRequest,
  entry: Filed,
  text: Readonly<Record<string, unknown>>,
  rendered: Rendered = 'live',
) {
  const { library } = entry
  const body = isLexicalText(text.body) ? text.body : null
  const files = await filesOf(req, { text, overrideAccess: rendered !== 'preview' })
  const addressOf = ({ hash, name, filename }: Media) =>
    rendered === 'live' ? fileAddress(hash, name) : copyAddress(filename)
  const images = new Map(
    files.map((file) => [file.id, { address: addressOf(file), name: file.name }]),
  )
  return {
    title: String(text.title ?? ''),
    summary: String(text.summary ?? ''),
    ...(library === 'cases'
      ? caseText(text)
      : { html: body ? toHtml(body, images) : '', plain: body ? toPlain(body) : '' }),
    kind: (text.kind as string | null) ?? null,
    similarQuestions: (text.similarQuestions ?? []) as string[],
    keywords: (text.keywords ?? []) as string[],
    basis: (text.basis as string | null) ?? null,
    // These two are nothing where there are none, as `forCounty` below.
    basedOn: (text.basedOn as string | null) || null,
    themes: inOneText(idsOf(text.themes)),
    topic: entry.topic ?? null,
    contact: text.contact ?? null,
    attachments: files.map((file): Attachment => ({
      hash: file.hash,
      name: file.name,
      size: file.filesize,
      mime: file.mimeType,
      isInline: file.isInline,
      ...(rendered === 'live' ? {} : { address: addressOf(file) }),
    })),
    related: idsOf(text.related),
    // Nothing where it is not: so it was before there was such a mark, and texts and their hashes stay the same.
    forCounty: text.forCounty === true ? true : null,
    ...switchesOf(library, text),
    validFrom: (text.validFrom as string | null) ?? null,
    validUntil: (text.validUntil as string | null) ?? null,
    reviewBy: (text.reviewBy as string | null) ?? null,
    ...(await placeOf(req, entry)),
  }
}

export async function nameOfNode(req: PayloadRequest, id: string): Promise<string> {
  const node = await findOne<Node>({ req, collection: 'nodes', where: byId(id) })
  return node?.name ?? ''
}

/** A published case is seen by all units, one from an order marked 保密 never by citizens. */
export function switchesOf(library: Library, text: Record<string, unknown>): Switches {
  if (library === 'cases') {
    return {
      openToUnits: true,
      openToPublic: text.openToPublic === true && text.isConfidential !== true,
    }
  }
  return { openToUnits: text.openToUnits === true, openToPublic: text.openToPublic === true }
}

/** Units other than its own that the text names for 会同校核. */
export const coUnitsOf = (text: WorkingText, entry: Entry): string[] =>
  idsOf(text.coUnits).filter((unit) => unit !== entry.unit)

/** 内容 and 结果 are plain text: orders come from another system. */
function caseText({ content, result }: Readonly<Record<string, unknown>>) {
  const parts = [
    [caseHeadings.content, content],
    [caseHeadings.result, result],
  ].map(([name, value]) => ({ name: String(name), lines: linesOf(value) }))
  return {
    html: parts
      .map(
        ({ name, lines }) =>
          `<h2>${name}</h2>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}`,
      )
      .join(''),
    plain: parts.map(({ name, lines }) => [name, ...lines].join('\n')).join('\n'),
  }
}

const linesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split(/\n+/)
        .map((line) => line.trim())
        .filter(Boolean)
    : []

/** Names of the entry's place as they are now: kept as plain text in the publication. */
export async function placeOf(req: PayloadRequest, entry: Filed) {
  const places = [entry.unit, entry.unitAbove, entry.category].filter((id) => id !== null)
  const { docs } = await req.payload.db.find<Node>({
    collection: 'nodes',
    where: { id: { in: places } },
    select: { name: true },
    pagination: false,
    limit: 0,
    req,
  })
  const nameOf = (place: string | null) => docs.find(({ id }) => id === place)?.name ?? null
  return {
    unit: entry.unit,
    unitAbove: entry.unitAbove ?? null,
    unitName: nameOf(entry.unit) ?? '',
    unitAboveName: nameOf(entry.unitAbove),
    category: entry.category ?? null,
    categoryKey: entry.categoryKey ?? null,
    categoryName: nameOf(entry.category),
  }
}

type FilesAsked = { text: Readonly<Record<string, unknown>>; overrideAccess: boolean }

/** The stored files a text shows: its attachments and the pictures in it. */
export function filesIn(text: Readonly<Record<string, unknown>>): string[] {
  const inline = isLexicalText(text.body)
    ? [...nodesOf(text.body.root)]
        .filter(({ type }) => type === 'upload')
        .map(({ value }) => idOfUpload(value))
    : []
  return [...new Set([...idsOf(text.attachments), ...inline])].filter(Boolean)
}

async function filesOf(req: PayloadRequest, { text, overrideAccess }: FilesAsked) {
  const listed = idsOf(text.attachments)
  const ids = filesIn(text)
  if (ids.length === 0) return []
  const where: Where = { id: { in: ids } }
  const { docs } = await req.payload.find({
    collection: 'media',
    where,
    overrideAccess,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return (docs as unknown as Media[]).map((file) => ({
    ...file,
    isInline: !listed.includes(file.id),
  }))
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((item) => idOf(item) ?? []) : []
