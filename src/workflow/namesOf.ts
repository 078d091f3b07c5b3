import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { readQuery } from '@/access/reach'
import { readRows } from '@/tables'

/** What people or nodes are called, by their ids. Neither is ever deleted while something names it. */
export async function namesOf(
  payload: Payload,
  ids: readonly (string | null | undefined)[],
  collection: 'users' | 'nodes' = 'users',
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (known.length === 0) return new Map()
  const rows = await readRows(payload, {
    collection,
    where: { id: { in: known } },
    columns: ['id', 'name'],
    limit: 0,
  })
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}

/** The title of the entry with this id; null where this person does not read its copy, or it is not there. */
export async function titleOf(payload: Payload, actor: Actor, id: string): Promise<string | null> {
  const read = readQuery(actor)
  if (read === false) return null
  const [entry] = (await readRows(payload, {
    collection: 'register',
    where: { and: [{ id: { equals: id } }, ...(read === true ? [] : [read])] },
    columns: ['title'],
    limit: 1,
  })) as { title: string }[]
  return entry?.title ?? null
}
