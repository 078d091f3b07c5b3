import type { Payload } from 'payload'
import { categoryKeys, libraries } from '@/access/rules'
import { categoryNames } from '@/i18n/names'
import { FRESHNESS_DAYS, type Facets } from '@/search/types'
import { readRows } from '@/tables'

/** Counts of what was found, each without the filter of its own name; what has none is left out. */
export type NamedFacets = {
  library: { key: string; count: number }[]
  /** The units with most, at most `mostUnits`; each counts what lies below it too. */
  unit: { id: string; name: string; count: number }[]
  category: { key: string; name: string; count: number }[]
  /** Approved within so many days. */
  freshness: { days: number; count: number }[]
}

export const mostUnits = 50

/** The engine's counts in the order and with the names that people read. */
export async function namedFacets(payload: Payload, facets: Facets): Promise<NamedFacets> {
  const units = Object.entries(facets.unit)
    .filter(([, count]) => count > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, mostUnits)
  const names = await namesOf(
    payload,
    units.map(([id]) => id),
  )
  return {
    library: counted(libraries, facets.library),
    unit: units.flatMap(([id, count]) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name, count }]
    }),
    category: counted(categoryKeys, facets.category).map((category) => ({
      ...category,
      name: categoryNames[category.key].zh,
    })),
    freshness: FRESHNESS_DAYS.map((days) => ({ days, count: facets.freshness[days] ?? 0 })),
  }
}

const counted = <Key extends string>(keys: readonly Key[], counts: Record<string, number>) =>
  keys.map((key) => ({ key, count: counts[key] ?? 0 })).filter(({ count }) => count > 0)

async function namesOf(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'name'],
    where: { id: { in: [...ids] } },
    limit: 0,
  })
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}
