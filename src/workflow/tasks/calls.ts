import type { Payload, Where } from 'payload'
import { countRows, readRows } from '@/tables'
import type { Task } from './task'

/** A call on which the text was told that somebody says is wrong. */
export type Call = { at: string; byName: string | null; query: string | null }

/** So many are listed, the last first. */
const most = 50

/**
 * On which calls the text a correction is about was told, by whom, and what they had asked; of the revision that is meant, as far
 * as single rows are kept.
 */
export async function callsOf(
  payload: Payload,
  { entry, revision }: Pick<Task, 'entry' | 'revision'>,
): Promise<{ calls: Call[]; total: number }> {
  if (!entry) return { calls: [], total: 0 }
  const where: Where = {
    and: [
      { entry: { equals: entry } },
      ...(revision === null ? [] : [{ revision: { equals: revision } }]),
    ],
  }
  const [rows, total] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'uses', where, sort: '-at', limit: most },
      columns: ['at', 'readerName', 'search'],
    }),
    countRows(payload, { collection: 'uses', where }),
  ])
  const ids = rows.flatMap(({ search }) => (search ? [String(search)] : []))
  const asked =
    ids.length === 0
      ? []
      : await readRows(payload, {
          ...{ collection: 'searches', columns: ['id', 'query'], limit: 0 },
          where: { id: { in: ids } },
        })
  const queries = new Map(asked.map(({ id, query }) => [id, query as string | null]))
  return {
    calls: rows.map(({ at, readerName, search }) => ({
      at: String(at),
      byName: (readerName as string | null) ?? null,
      query: queries.get(search) || null,
    })),
    total,
  }
}
