import type { Where, Payload } from 'payload'
import { audienceQuery, type Audience } from '@/access/audience'
import { countRows, readRows } from '@/tables'

export type LiveAttachment = {
  hash: string
  name: string
  size: number
  mime: string
  /** An image of the text, shown in its place and not in the list of attachments. */
  isInline: boolean
  /** Of a text that is previewed. */
  address?: string
}

export type LiveContact = { address?: string | null; phone?: string | null; hours?: string | null }

/** A row of `publications`, as far as readers need it. */
export type LiveRow = {
  entry: string
  library: string
  kind: string | null
  number: string
  title: string
  summary: string
  html: string
  similarQuestions: string[] | null
  keywords: string[] | null
  basis: string | null
  topic: string | null
  contact: LiveContact | null
  attachments: LiveAttachment[] | null
  related: string[] | null
  unit: string
  unitAbove: string | null
  unitName: string
  unitAboveName: string | null
  category: string | null
  categoryKey: string | null
  categoryName: string | null
  openToUnits: boolean
  openToPublic: boolean
  validFrom: string | null
  validUntil: string | null
  approvedAt: string
  changeSeq: number
}

type Column = keyof LiveRow

type LiveQuery<C extends Column> = {
  columns: readonly C[]
  where?: Where
  sort?: string
  /** 0 for all. */
  limit: number
  page?: number
}

/**
 * The one way reading asks for publications: what the audience may not see never leaves the database,
 * and what was not asked for is not read.
 */
export async function findLive<C extends Column>(
  reader: Reader,
  { columns, where, sort, limit, page }: LiveQuery<C>,
): Promise<{ rows: Pick<LiveRow, C>[]; total: number }> {
  const visible = audienceQuery(reader.audience, reader.now)
  const asked = {
    collection: 'publications',
    where: where ? { and: [visible, where] } : visible,
  } as const
  const offset = page === undefined ? 0 : (page - 1) * limit
  const [rows, total] = await Promise.all([
    readRows(reader.payload, { ...asked, columns, sort, limit, offset }),
    page === undefined ? null : countRows(reader.payload, asked),
  ])
  return { rows: rows as Pick<LiveRow, C>[], total: total ?? rows.length }
}

/** What every reading function takes: the database, who reads, and the instant validity is judged at. */
export type Reader = { payload: Payload; audience: Audience; now: Date }
