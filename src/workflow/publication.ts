import type { PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import { isLexicalText, nodesOf, type LexicalText } from '@/blocks/lexical'
import { idOfUpload, toHtml, toPlain } from '@/blocks/render'
import { fileAddress } from '@/reading/fileAddress'
import type { Entry } from './entry'
import { byId, findOne } from './store'

type Node = { id: string; name: string }
type Media = { id: string; hash: string; name: string; filesize: number; mimeType: string }

export type WorkingText = Record<string, unknown> & { id: string; revision: number }

export type Attachment = {
  hash: string
  name: string
  size: number
  mime: string
  /** An image of the text, shown in its place and not in the list of attachments. */
  isInline: boolean
}

/** What readers will see of a text: the part of a publication row that follows from text and place. */
export type Appearance = Awaited<ReturnType<typeof appearanceOf>>

/** Rendering is slow work: it is done before the write gate is entered, never inside. */
export async function appearanceOf(req: PayloadRequest, entry: Entry, text: WorkingText) {
  const body = isLexicalText(text.body) ? text.body : null
  const files = await filesOf(req, text, body)
  const images = new Map(
    files.map((file) => [file.id, { address: fileAddress(file.hash, file.name), name: file.name }]),
  )
  return {
    title: String(text.title ?? ''),
    summary: String(text.summary ?? ''),
    html: body ? toHtml(body, images) : '',
    plain: body ? toPlain(body) : '',
    similarQuestions: (text.similarQuestions ?? []) as string[],
    keywords: (text.keywords ?? []) as string[],
    basis: (text.basis as string | null) ?? null,
    topic: entry.topic ?? null,
    contact: text.contact ?? null,
    attachments: files.map(({ hash, name, filesize, mimeType, isInline }): Attachment => ({
      hash,
      name,
      size: filesize,
      mime: mimeType,
      isInline,
    })),
    related: idsOf(text.related),
    openToUnits: text.openToUnits === true,
    openToPublic: text.openToPublic === true,
    validFrom: (text.validFrom as string | null) ?? null,
    validUntil: (text.validUntil as string | null) ?? null,
    ...(await placeOf(req, entry)),
  }
}

/** Names of the entry's place as they are now: kept as plain text in the publication. */
export async function placeOf(req: PayloadRequest, entry: Entry) {
  const nameOf = async (id: string | null) =>
    id ? ((await findOne<Node>({ req, collection: 'nodes', where: byId(id) }))?.name ?? '') : null
  return {
    unit: entry.unit,
    unitAbove: entry.unitAbove ?? null,
    unitName: (await nameOf(entry.unit)) ?? '',
    unitAboveName: await nameOf(entry.unitAbove),
    category: entry.category ?? null,
    categoryKey: entry.categoryKey ?? null,
    categoryName: await nameOf(entry.category),
  }
}

async function filesOf(req: PayloadRequest, text: WorkingText, body: LexicalText | null) {
  const listed = idsOf(text.attachments)
  const inline = body
    ? [...nodesOf(body.root)]
        .filter(({ type }) => type === 'upload')
        .map(({ value }) => idOfUpload(value))
    : []
  const ids = [...new Set([...listed, ...inline])].filter(Boolean)
  if (ids.length === 0) return []
  const where: Where = { id: { in: ids } }
  const { docs } = await req.payload.find({
    collection: 'media',
    where,
    overrideAccess: true,
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
