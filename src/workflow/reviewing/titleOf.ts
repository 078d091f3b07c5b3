import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { isInReach } from '@/access/reach'
import { readRows } from '@/tables'

/** The title of the entry with this id; null where this person does not read its copy, or it is not there. */
export async function titleOf(payload: Payload, actor: Actor, id: string): Promise<string | null> {
  const [entry] = (await readRows(payload, {
    collection: 'register',
    where: { id: { equals: id } },
    columns: ['title', 'unit', 'unitAbove'],
    limit: 1,
  })) as { title: string; unit: string; unitAbove: string | null }[]
  return entry && isInReach(actor, entry) ? entry.title : null
}
