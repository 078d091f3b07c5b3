import { asNamed } from '@/access/themes'
import type { SearchFilters } from '../../types'

type Value = string | number
export type Condition = { sql: string; values: Value[] }

/** What the filters allow, as a condition over `documents d`: part of every query, so that totals are right. */
export function allowed(filters: SearchFilters): Condition {
  const parts: Condition[] = [visible(filters)]
  if (filters.library !== undefined) parts.push({ sql: 'd.library = ?', values: [filters.library] })
  if (filters.category !== undefined) parts.push(ofCategory(filters.category, filters))
  if (filters.theme !== undefined) {
    parts.push({ sql: 'instr(d.themes, ?) > 0', values: [asNamed(filters.theme)] })
  }
  if (filters.unit !== undefined) {
    parts.push({ sql: '(d.unit = ? OR d.unit_above = ?)', values: [filters.unit, filters.unit] })
  }
  if (filters.approvedSince !== undefined) {
    parts.push({ sql: 'd.approved_at >= ?', values: [filters.approvedSince] })
  }
  return all(parts)
}

function ofCategory(category: string, { also }: SearchFilters): Condition {
  const own: Condition = { sql: 'd.category = ?', values: [category] }
  if (also?.category !== category) return own
  const counted = among(also.ids)
  return { sql: `(${own.sql} OR ${counted.sql})`, values: [...own.values, ...counted.values] }
}

/** Is it one of these? */
export const among = (ids: readonly string[]): Condition => ({
  sql: 'd.id IN (SELECT value FROM json_each(?))',
  values: [JSON.stringify(ids)],
})

/** What may be shown at all, before the reader narrows it. */
export function visible(filters: SearchFilters): Condition {
  return all([audience(filters), validity(filters.now), notAmong(filters.exclude ?? [])])
}

function notAmong(ids: readonly string[]): Condition {
  if (ids.length === 0) return { sql: 'TRUE', values: [] }
  const { sql, values } = among(ids)
  return { sql: `NOT (${sql})`, values }
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
