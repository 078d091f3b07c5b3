import type { Explanation, SearchQuery } from '../types'

const FRESHNESS = 0.03
const USE = 0.03
const OWN_UNIT = 0.1
const YEAR = 365 * 24 * 3_600_000

type Entry = { id: string; unit: string; approvedAt: number }

/**
 * Freshness, use and the own unit decide among equals. Freshness and use together are less than what one more
 * of the words asked for brings, so that they never beat text.
 */
export function gentle(
  entry: Entry,
  { now, uses, ownUnit }: Pick<SearchQuery, 'now' | 'uses' | 'ownUnit'>,
): Pick<Explanation['factors'], 'freshness' | 'ownUnit' | 'use'> {
  const age = Math.max(0, now - entry.approvedAt)
  const used = Math.min(1, Math.max(0, uses?.[entry.id] ?? 0))
  return {
    freshness: 1 + FRESHNESS * 0.5 ** (age / YEAR),
    use: 1 + USE * used,
    ownUnit: entry.unit === ownUnit ? 1 + OWN_UNIT : 1,
  }
}
