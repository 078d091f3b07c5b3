import type { Payload } from 'payload'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'

type Line = { byName: string | null; revision: number | null; at: string }
type Saved = { revision: number; at: string }

/**
 * Who saved which version: the log knows, in which each save left a line of the same revision a moment before or
 * after. Null where the system did, or nothing tells.
 */
export async function savedBy(
  payload: Payload,
  { library, id }: { library: Library; id: string },
): Promise<(version: Saved) => string | null> {
  const saves = ['create', 'save', 'saveDirectly'].map((action) => `${library}.${action}`)
  const lines = (await readRows(payload, {
    collection: 'audit',
    where: { and: [{ subject: { equals: id } }, { action: { in: saves } }] },
    columns: ['byName', 'revision', 'at'],
    sort: 'seq',
    limit: 0,
  })) as Line[]
  return ({ revision, at }) => {
    const apart = (line: Line) => Math.abs(Date.parse(line.at) - Date.parse(at))
    const [nearest] = lines
      .filter((line) => line.revision === revision)
      .toSorted((one, other) => apart(one) - apart(other))
    return nearest?.byName ?? null
  }
}
