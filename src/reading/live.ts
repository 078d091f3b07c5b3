import type { Where, Payload } from 'payload'
import { audienceQuery, type Audience } from '@/access/audience'
import type { Publication } from '@/payload-types'
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
export type LiveRow = Required<Pick<Publication, Plain>> & {
  [Name in Filled]: NonNullable<Publication[Name]>
} & Lists

type Plain =
  | ('entry' | 'library' | 'kind' | 'number' | 'title' | 'basis' | 'basedOn' | 'themes' | 'topic')
  | ('unit' | 'unitAbove' | 'unitName' | 'unitAboveName')
  | ('category' | 'categoryKey' | 'categoryName')
  | (
      | 'validFrom'
      | 'validUntil'
      | 'reviewBy'
      | 'confirmedAt'
      | 'isUnreliable'
      | 'approvedAt'
      | 'changeSeq'
      | 'revision'
      | 'forCounty'
    )

/** What a step always writes, though the column may be empty. */
type Filled = 'summary' | 'html' | 'openToUnits' | 'openToPublic'

/** What is kept as JSON, of which the generated types know nothing. */
type Lists = {
  similarQuestions: string[] | null
  keywords: string[] | null
  related: string[] | null
  contact: LiveContact | null
  attachments: LiveAttachment[] | null
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
  const rows = await readRows(reader.payload, { ...asked, columns, sort, limit, offset })
  // Where nothing comes after them, they are counted by themselves.
  const isAll = rows.length > 0 ? rows.length < limit : offset === 0
  const total =
    page === undefined || isAll ? offset + rows.length : await countRows(reader.payload, asked)
  return { rows: rows as Pick<LiveRow, C>[], total }
}

/** What every reading function takes: the database, who reads, and the instant validity is judged at. */
export type Reader = { payload: Payload; audience: Audience; now: Date }
