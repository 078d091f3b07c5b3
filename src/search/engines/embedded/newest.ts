import type { SearchQuery } from '../../types'
import type { Behind } from '../../paging/place'
import type { Wanted } from '../../ranking/searchBy'
import type { Connection } from './connection'
import { all, allowed, type Condition } from './filters'
import type { Located } from './found'

/** Everything the filters allow, newest approval first. */
export function newest(db: Connection, query: SearchQuery, { limit, behind }: Wanted): Located[] {
  const last = behind?.at(-1)
  const parts = [allowed(query), ...(last ? [older(last)] : [])]
  const { sql, values } = all(parts)
  return db.rows<Located>(
    `SELECT d.row, d.id, d.version, 0 AS score, d.approved_at AS key FROM documents d WHERE ${sql}
     ORDER BY d.approved_at DESC, d.id LIMIT ?`,
    [...values, limit],
  )
}

function older({ key, id }: Behind[number]): Condition {
  return { sql: '(d.approved_at <= ? AND (d.approved_at < ? OR d.id > ?))', values: [key, key, id] }
}
