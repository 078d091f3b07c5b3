import type { Audience } from '@/access/audience'
import { keysIn } from '@/access/themes'
import { inProcedureOrder } from '@/access/units'
import { keptFor } from '@/tables/keptFor'
import { findLive, type Reader } from './live'
import { readRows } from '@/tables'

export type TreeCategory = { id: string; key: string; name: string; count: number }

/** A unit with its categories and the units below it; `count` is what this audience sees in all of them. */
export type TreeUnit = {
  id: string
  kind: 'region' | 'department' | 'township'
  form: string | null
  name: string
  isCentre: boolean
  count: number
  /** 热点信息 of a county, which has no categories: that of its bodies, and what its townships marked for it. */
  hotspots: number | null
  categories: TreeCategory[]
  units: TreeUnit[]
}

type NodeRow = {
  id: string
  kind: 'region' | 'department' | 'township' | 'category'
  form: string | null
  name: string
  parent: string | null
  category: string | null
  order: number | null
  isCentre: boolean | null
  isOffice: boolean | null
}

/** The knowledge tree in the procedure's order, with the counts this audience may know. */
export async function readTree(reader: Reader): Promise<TreeUnit[]> {
  const [nodes, counts] = await Promise.all([readNodes(reader), liveCounts(reader)])
  return growTree(nodes, counts)
}

async function readNodes({ payload }: Reader): Promise<NodeRow[]> {
  const rows = await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'kind', 'form', 'name', 'parent', 'category', 'order', 'isCentre', 'isOffice'],
    limit: 0,
  })
  return rows as NodeRow[]
}

export function growTree(nodes: readonly NodeRow[], counts: CategoryCounts): TreeUnit[] {
  const below = new Map<string | null, NodeRow[]>()
  for (const node of [...nodes].sort(inProcedureOrder)) {
    const siblings = below.get(node.parent)
    if (siblings) siblings.push(node)
    else below.set(node.parent, [node])
  }
  return unitsBelow(null, below, counts)
}

function unitsBelow(
  parent: string | null,
  below: Map<string | null, NodeRow[]>,
  counts: CategoryCounts,
): TreeUnit[] {
  return (below.get(parent) ?? []).flatMap((node) => {
    if (node.kind === 'category') return []
    const units = unitsBelow(node.id, below, counts)
    const categories = (below.get(node.id) ?? [])
      .filter((child) => child.kind === 'category')
      .map(({ id, category, name }) => ({
        id,
        key: category ?? '',
        name,
        count: counts.byCategory.get(id) ?? 0,
      }))
    const own = counts.byUnit.get(node.id) ?? 0
    const { id, kind, form, name, isCentre } = node
    return {
      id,
      kind,
      form: form ?? null,
      name,
      isCentre: isCentre === true,
      count: own + units.reduce((sum, unit) => sum + unit.count, 0),
      hotspots: kind === 'region' ? hotspotsOf(units) + markedIn(units, counts) : null,
      categories,
      units,
    }
  })
}

const hotspotsOf = (units: readonly TreeUnit[]): number =>
  units
    .flatMap(({ categories }) => categories)
    .filter(({ key }) => key === 'hotspots')
    .reduce((sum, { count }) => sum + count, 0)

/**
 * A mark counts of a township alone, which has no 热点信息 that would count it again: what went elsewhere since keeps it in
 * its row.
 */
const markedIn = (units: readonly TreeUnit[], { forCounty }: CategoryCounts): number =>
  units
    .filter(({ kind }) => kind === 'township')
    .reduce((sum, { id }) => sum + (forCounty.get(id) ?? 0), 0)

type Counted = 'byCategory' | 'byUnit' | 'forCounty' | 'byTheme' | 'byKind'
type LiveCounts = Record<Counted, Map<string, number>>
type CategoryCounts = Omit<LiveCounts, 'byTheme' | 'byKind'>

/** What is read beside answers to questions: notices by their kind, and `cases`; how many this audience sees. */
export async function newsCounts(reader: Reader): Promise<ReadonlyMap<string, number>> {
  return (await liveCounts(reader)).byKind
}

/** By audience. */
const kept = keptFor<LiveCounts>({ name: 'counts', time: Infinity, most: 500 })

/**
 * How many entries the audience sees in each category, unit, theme and kind. Payload has no grouping, so rows are
 * counted here; the result is kept only while a small query proves that nothing visible has changed:
 * every opening has a new `changeSeq`, every closing or expiry lowers the total.
 */
export function liveCounts(reader: Reader): Promise<LiveCounts> {
  const asked = underWay.get(reader) ?? countsOf(reader).finally(() => underWay.delete(reader))
  underWay.set(reader, asked)
  return asked
}

/** Tree, themes and news of one page ask at once, each by itself. */
const underWay = new WeakMap<Reader, Promise<LiveCounts>>()

async function countsOf(reader: Reader): Promise<LiveCounts> {
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

async function count(reader: Reader): Promise<LiveCounts> {
  const columns = ['unit', 'category', 'forCounty', 'themes', 'library', 'kind'] as const
  const { rows } = await findLive(reader, { columns, limit: 0 })
  const counts: LiveCounts = {
    ...{ byCategory: new Map(), byUnit: new Map(), forCounty: new Map() },
    ...{ byTheme: new Map(), byKind: new Map() },
  }
  for (const { unit, category, forCounty, themes, library, kind } of rows) {
    add(counts.byUnit, unit)
    if (category) add(counts.byCategory, category)
    if (forCounty) add(counts.forCounty, unit)
    for (const theme of keysIn(themes)) add(counts.byTheme, theme)
    if (library === 'cases' || kind) add(counts.byKind, kind ?? library)
  }
  return counts
}

function add(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The unit of this id wherever it stands in the tree. */
export function findUnit(units: readonly TreeUnit[], id: string): TreeUnit | null {
  for (const unit of units) {
    const found = unit.id === id ? unit : findUnit(unit.units, id)
    if (found) return found
  }
  return null
}
