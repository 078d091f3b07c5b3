import type { Audience } from '@/access/audience'
import { keptFor } from '@/tables/keptFor'
import { findLive } from './live'
import type { Reader } from './reader'

export type CategoryCounts = { byCategory: Map<string, number>; byUnit: Map<string, number> }

/** By audience. */
const kept = keptFor<CategoryCounts>({ name: 'counts', time: Infinity, most: 500 })

/**
 * How many entries the audience sees in each category and unit. Payload has no grouping, so rows are
 * counted here; the result is kept only while a small query proves that nothing visible has changed:
 * every opening has a new `changeSeq`, every closing or expiry lowers the total.
 */
export async function liveCounts(reader: Reader): Promise<CategoryCounts> {
  const which = { key: keyOf(reader.audience), mark: await stampOf(reader) }
  return kept.now(reader.payload, () => count(reader), which)
}

const keyOf = (audience: Audience): string =>
  audience.sees === 'units' ? `${audience.own}:${String(audience.below)}` : audience.sees

async function stampOf(reader: Reader): Promise<string> {
  const { rows, total } = await findLive(reader, {
    columns: ['changeSeq'],
    sort: '-changeSeq',
    limit: 1,
    page: 1,
  })
  return `${dayInShanghai(reader.now)}:${total}:${rows[0]?.changeSeq ?? 0}`
}

/** Validity begins and ends with a day: one text may expire and another begin at the same midnight. */
const dayInShanghai = (now: Date): number =>
  Math.floor((now.getTime() + 8 * 3_600_000) / 86_400_000)

async function count(reader: Reader): Promise<CategoryCounts> {
  const { rows } = await findLive(reader, { columns: ['unit', 'category'], limit: 0 })
  const counts: CategoryCounts = { byCategory: new Map(), byUnit: new Map() }
  for (const { unit, category } of rows) {
    add(counts.byUnit, unit)
    if (category) add(counts.byCategory, category)
  }
  return counts
}

function add(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
