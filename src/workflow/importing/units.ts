import type { PayloadRequest } from 'payload'
import { categoryKeys, type CategoryKey } from '@/access/rules'
import { categoryNames, townshipDetails } from '@/i18n/names'
import { findAll } from '../store'

export type UnitNode = {
  id: string
  name: string
  kind: string
  unitAbove: string | null
  categories: Map<CategoryKey, string>
  /** Names of categories, standard ones and the unit's own. */
  byName: Map<string, CategoryKey>
}

export type Units = {
  byId: ReadonlyMap<string, UnitNode>
  /** Units of this name, by name alone, with the one above, or id. */
  named: (name: string) => UnitNode[]
  nearest: (name: string) => { id: string; name: string }[]
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

/** All units there are, by every name under which a sheet may mean them. */
export async function readUnitNames(req: PayloadRequest): Promise<Units> {
  const nodes = await findAll({ req, collection: 'nodes', where: {} })
  const byId = new Map<string, UnitNode>()
  for (const { id, name, kind, unitAbove } of nodes.filter(({ kind }) => kind !== 'category')) {
    const unit = { id, name, kind, unitAbove: unitAbove ?? null }
    byId.set(id, { ...unit, categories: new Map(), byName: new Map() })
  }
  for (const { id, name, unit, category } of nodes) {
    const of = byId.get(unit ?? '')
    if (!of || !category) continue
    of.categories.set(category, id)
    of.byName.set(plain(name), category)
  }
  const names = new Map<string, UnitNode[]>()
  for (const unit of byId.values()) {
    const above = byId.get(unit.unitAbove ?? '')
    for (const key of [
      unit.id,
      plain(unit.name),
      ...(above ? [plain(`${above.name}/${unit.name}`)] : []),
    ]) {
      names.set(key, [...(names.get(key) ?? []), unit])
    }
  }
  const all = [...byId.values()]
  return {
    byId,
    named: (name) => names.get(plain(name)) ?? [],
    nearest: (name) => nearestOf(plain(name), all),
  }
}

const mostNear = 3
const nearEnough = 0.3

function nearestOf(name: string, units: readonly UnitNode[]) {
  return units
    .map(({ id, name: other }) => ({ id, name: other, near: likeness(name, plain(other)) }))
    .filter(({ near }) => near >= nearEnough)
    .sort((one, other) => other.near - one.near)
    .slice(0, mostNear)
    .map(({ id, name }) => ({ id, name }))
}

/** Of the pairs of characters in two names, how many they share (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * shared) / (pairs.size + others.size)
}

const pairsOf = (name: string) =>
  new Set([...name].slice(1).map((char, at) => [...name][at] + char))

const standard = new Map(
  categoryKeys.flatMap((key) => [[categoryNames[key].zh, key] as const, [key, key] as const]),
).set(townshipDetails.zh, 'details')

/** Where what no category is named for is filed, the first there is. */
const usual: readonly CategoryKey[] = ['services', 'hotspots', 'details']

/**
 * The category of a path such as 社保/公共服务/参保: the last part that is one, of the unit or of all. `isGuessed`
 * where none is; the key may be none of the unit's.
 */
export function categoryOf(
  path: string,
  unit: Pick<UnitNode, 'categories' | 'byName'> | null,
): { key: CategoryKey; isGuessed: boolean } {
  const parts = path
    .split(/[/／\\>|]/)
    .map(plain)
    .filter(Boolean)
    .reverse()
  const found = parts.flatMap((part) => unit?.byName.get(part) ?? standard.get(part) ?? [])[0]
  const key = found ?? usual.find((one) => !unit || unit.categories.has(one)) ?? 'services'
  return { key, isGuessed: !found && parts.length > 0 }
}
