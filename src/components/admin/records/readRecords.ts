import type { PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import { namesOf } from '@/workflow/namesOf'
import { wholeNumber } from '../list/libraryAsked'
import type { RecordListOf, Row } from './recordLists'

/** So many rows on a page. */
const limit = 50

export type RecordsAsked = ReturnType<typeof recordsAsked>

/** What the address asks for; what is not understood is as if it were not there. */
export function recordsAsked(list: RecordListOf, query: Record<string, unknown> | undefined) {
  const textOf = (name: string) => {
    const value = query?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const value = list.filter ? textOf(list.filter.name) : ''
  return {
    search: textOf('search'),
    value: list.filter?.options.some((option) => option.value === value) ? value : '',
    page: wholeNumber(query?.page, 1),
  }
}

/** A page of the rows that are asked for, as far as this person may read them. */
export async function readRecords(req: PayloadRequest, list: RecordListOf, asked: RecordsAsked) {
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
    rows: rows.map((row) => ({ ...row, id: String(row.id), names }) satisfies Row),
    total: totalDocs,
    pages: totalPages,
  }
}

function conditionsOf(list: RecordListOf, { search, value }: RecordsAsked): Where[] {
  const conditions: Where[] = []
  if (search) conditions.push({ or: list.searched.map((name) => ({ [name]: { like: search } })) })
  if (list.filter && value) conditions.push({ [list.filter.name]: { equals: value } })
  return conditions
}
