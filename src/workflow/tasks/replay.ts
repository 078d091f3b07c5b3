import type { Payload } from 'payload'
import { actorOf, tellingKey, type Actor } from '@/access/actor'
import { readRows } from '@/tables'
import type { Task } from './task'

/** Where a query finds the answer of a gap: from 1, or null where it is not among those looked at. */
export type Replayed = { query: string; place: number | null; isPublic: boolean }

/** Asks the queries of a gap again, each as whoever asked it; null where search cannot tell now. */
export type Replay = (payload: Payload, task: Task, now: Date) => Promise<Replayed[] | null>

/** A query and who asked it: a person as they read now, or would if they were still here; a key; or a citizen. */
export type AskedBy = { query: string; actor: Actor | null }

/** More queries than anybody asks of one thing; the last ones are asked again. */
const most = 50

/**
 * The queries a gap was told with, each once for whoever sees alike. Whoever works here no longer asks as they did.
 */
export async function queriesOf(payload: Payload, task: Pick<Task, 'id'>): Promise<AskedBy[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'taskReports', columns: ['query', 'by'], sort: '-at', limit: most },
    where: { and: [{ task: { equals: task.id } }, { query: { exists: true } }] },
  })) as { query: string; by: string | null }[]
  const ids = [...new Set(rows.flatMap(({ by }) => by ?? []))]
  const asked = { where: { id: { in: ids } }, depth: 0, pagination: false, limit: 0 }
  const [people, keys] = await Promise.all([
    payload.find({
      ...{ ...asked, collection: 'users', overrideAccess: true },
      select: { name: true, unit: true, roles: true },
    }),
    payload.find({
      ...{ ...asked, collection: 'systems', overrideAccess: true },
      select: { name: true, unit: true, audience: true },
    }),
  ])
  const asKey = { collection: 'systems', mayTell: true }
  const actors = new Map([
    ...people.docs.map((user) => [user.id, actorOf({ ...user, isActive: true })] as const),
    ...keys.docs.map((key) => [key.id, tellingKey({ ...key, ...asKey })] as const),
  ])
  return rows.map(({ query, by }) => ({ query, actor: by ? (actors.get(by) ?? null) : null }))
}
