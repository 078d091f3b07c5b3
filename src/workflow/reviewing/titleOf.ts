import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { readQuery } from '@/access/reach'
import { readRows } from '@/tables'

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
