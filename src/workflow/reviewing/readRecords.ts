import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import { namesOf } from '../namesOf'

/** Rows of a collection that is no library, and what of them is read. */
export type RecordsOf = {
  slug: CollectionSlug
  /** Columns that are searched. */
  searched: readonly string[]
  /** A column narrowed to one of its values. */
  filter?: { name: string }
  sort: string
  /** Columns that hold the id of a node. */
  nodes?: readonly string[]
}

/** A row as the database has it, the names of nodes beside their ids. */
export type RecordRow = Record<string, unknown> & { id: string; names: ReadonlyMap<string, string> }

/** Words to look for and the value to narrow to, both empty where nothing is asked; the page, from 1. */
type RecordsAsked = { search: string; value: string; page: number }

/** So many rows on a page. */
const limit = 50

/** A page of the rows that are asked for, as far as this person may read them. */
export async function readRecords(req: PayloadRequest, list: RecordsOf, asked: RecordsAsked) {
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: list.slug,
    where: { and: conditionsOf(list, asked) },
    sort: list.sort,
    page: asked.page,
    limit,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const rows = docs as unknown as Record<string, unknown>[]
  const columns = list.nodes ?? []
  const ids = rows.flatMap((row) => columns.map((column) => idOf(row[column])))
  const names = await namesOf(req.payload, ids, 'nodes')
  return {
    rows: rows.map((row) => ({ ...row, id: String(row.id), names }) satisfies RecordRow),
    total: totalDocs,
    pages: totalPages,
  }
}

function conditionsOf(list: RecordsOf, { search, value }: RecordsAsked): Where[] {
  const conditions: Where[] = []
  if (search) conditions.push({ or: list.searched.map((name) => ({ [name]: { like: search } })) })
  if (list.filter && value) conditions.push({ [list.filter.name]: { equals: value } })
  return conditions
}
