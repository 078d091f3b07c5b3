import type { SearchFilters } from '../../types'

type Value = string | number
export type Condition = { sql: string; values: Value[] }

/** What the filters allow, as a condition over `documents d`: part of every query, so that totals are right. */
export function allowed(filters: SearchFilters): Condition {
  const parts: Condition[] = [visible(filters)]
  if (filters.library !== undefined) parts.push({ sql: 'd.library = ?', values: [filters.library] })
  if (filters.category !== undefined) {
    parts.push({ sql: 'd.category = ?', values: [filters.category] })
  }
  if (filters.unit !== undefined) {
    parts.push({ sql: '(d.unit = ? OR d.unit_above = ?)', values: [filters.unit, filters.unit] })
  }
  if (filters.approvedSince !== undefined) {
    parts.push({ sql: 'd.approved_at >= ?', values: [filters.approvedSince] })
  }
  return all(parts)
}

/** What may be shown at all, before the reader narrows it. */
export function visible(filters: SearchFilters): Condition {
  return all([audience(filters), validity(filters.now), notAmong(filters.exclude ?? [])])
}

function notAmong(ids: readonly string[]): Condition {
  if (ids.length === 0) return { sql: 'TRUE', values: [] }
  return { sql: 'd.id NOT IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] }
}

export function all(parts: readonly Condition[]): Condition {
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    values: parts.flatMap((part) => part.values),
  }
}

/** The same rule as `isVisibleTo` in access/audience; the contract suite holds them together. */
function audience({ audience: who }: SearchFilters): Condition {
  if (who.sees === 'everything') return { sql: 'TRUE', values: [] }
  if (who.sees === 'public') return { sql: 'd.open_to_public', values: [] }
  const own = who.below ? '(d.unit = ? OR d.unit_above = ?)' : 'd.unit = ?'
  return {
    sql: `(d.open_to_units OR ${own})`,
    values: who.below ? [who.own, who.own] : [who.own],
  }
}

function validity(now: number): Condition {
  return {
    sql: 'ifnull(d.valid_from <= ?, TRUE) AND ifnull(d.valid_until >= ?, TRUE)',
    values: [now, now],
  }
}
