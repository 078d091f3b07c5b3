import { keysIn } from '@/access/themes'
import { FRESHNESS_DAYS, type Facets, type SearchQuery } from '../../types'
import type { Connection } from './connection'
import { among, visible, type Condition } from './filters'

const DAY = 24 * 3_600_000

/** What counts alike: everything of one group has the same values. */
type Group = {
  library: string
  unit: string
  unitAbove: string | null
  category: string
  /** In one text. */
  themes: string
  /** The shortest of the days of freshness; null for what is older. */
  days: number | null
  isRecent: 0 | 1
  /** It counts as of `also.category` too. */
  isAlso: 0 | 1
  count: number
}

type Facet = keyof Facets

/** Counts by all values at once: each found row is looked at once, and the groups are few. */
export function facetsOf(db: Connection, found: Condition, query: SearchQuery): Facets {
  const condition = visible(query)
  const also = among(query.also?.ids ?? [])
  const days = FRESHNESS_DAYS.map((each) => `WHEN d.approved_at >= ? THEN ${each}`).join(' ')
  const groups = db.rows<Group>(
    `SELECT d.library, d.unit, d.unit_above AS unitAbove, d.category, d.themes,
       CASE ${days} END AS days,
       d.approved_at >= ? AS isRecent, ${also.sql} AS isAlso, count(*) AS count
     FROM (${found.sql}) JOIN documents d USING (row) WHERE ${condition.sql}
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    [
      ...FRESHNESS_DAYS.map((each) => query.now - each * DAY),
      query.approvedSince ?? Number.MIN_SAFE_INTEGER,
      ...also.values,
      ...found.values,
      ...condition.values,
    ],
  )
  return counted(groups, query)
}

function counted(groups: readonly Group[], query: SearchQuery): Facets {
  const counts: Record<Facet, Map<string, number>> = {
    library: new Map(),
    unit: new Map(),
    category: new Map(),
    theme: new Map(),
    freshness: new Map(FRESHNESS_DAYS.map((days) => [String(days), 0])),
  }
  for (const group of groups) {
    const values = valuesOf(group, query)
    const failed = failedBy(group, query)
    for (const facet of Object.keys(counts) as Facet[]) {
      if (failed.some((each) => each !== facet)) continue
      for (const value of values[facet]) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + group.count)
      }
    }
  }
  return {
    library: Object.fromEntries(counts.library),
    unit: Object.fromEntries(counts.unit),
    category: Object.fromEntries(counts.category),
    theme: Object.fromEntries(counts.theme),
    freshness: Object.fromEntries(counts.freshness),
  }
}

function valuesOf(group: Group, query: SearchQuery): Record<Facet, Iterable<string>> {
  const { days } = group
  return {
    library: [group.library],
    unit: new Set([group.unit, ...(group.unitAbove === null ? [] : [group.unitAbove])]),
    category: categoriesOf(group, query),
    theme: keysIn(group.themes),
    freshness: days === null ? [] : FRESHNESS_DAYS.filter((each) => each >= days).map(String),
  }
}

function categoriesOf({ category, isAlso }: Group, { also }: SearchQuery): Set<string> {
  const own = category === '' ? [] : [category]
  return new Set(also && isAlso ? [...own, also.category] : own)
}

/** The facets whose own filter this group does not pass: one alone is counted by that facet only. */
function failedBy(group: Group, query: SearchQuery): Facet[] {
  const { library, unit, category, theme } = query
  const passes: Record<Facet, boolean> = {
    library: library === undefined || group.library === library,
    unit: unit === undefined || group.unit === unit || group.unitAbove === unit,
    category: category === undefined || categoriesOf(group, query).has(category),
    theme: theme === undefined || keysIn(group.themes).includes(theme),
    freshness: group.isRecent === 1,
  }
  return (Object.keys(passes) as Facet[]).filter((facet) => !passes[facet])
}
