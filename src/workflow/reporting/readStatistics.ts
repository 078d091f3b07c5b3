import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { isSeen, statisticsSeen } from '@/access/statistics'
import { askedTogether, noneAsked, readAsked, type Asked } from '@/statistics/readAsked'
import { noFigures, sumOf, type Figures, type Stock } from '@/statistics/figures'
import type { City, OfUnit } from '@/statistics/readCity'
import { dayOf } from '@/shanghaiDay'
import { spanBeside, type Span } from '@/statistics/span'
import { Refused } from '../Refused'
import { unitsInOrder } from '../tree/readUnits'
import { readFigures } from './readFigures'

/** A unit of the tree. */
export type Unit = { id: string; name: string; kind: string; above: string | null }

/** The figures of a unit by itself. */
export type UnitRow = Unit & { figures: Figures }

export type Statistics = {
  span: Span
  before: Span
  /** Whose figures with what lies below; null for all. */
  unit: Unit | null
  figures: Figures
  figuresBefore: Figures
  stock: Stock
  /** What its people asked; of all, citizens and systems with them. */
  asked: Asked
  askedBefore: Asked
  /** Itself and those below, or all, in the procedure's order; those without anything with them. */
  units: UnitRow[]
}

/** All units in the procedure's order, those of a county after it. */
export async function readTreeOfUnits(payload: Payload): Promise<Unit[]> {
  const units = await unitsInOrder(payload)
  return units.map(({ id, name, kind, above }) => ({ id, name, kind, above }))
}

/**
 * What this person may see of whose figures: refuses (`notAllowed`) who sees none, and a unit that is not theirs as one
 * that is not there (`notFound`).
 */
export function scopeOf(actor: Actor | null, units: readonly Unit[], wanted: string | undefined) {
  const seen = statisticsSeen(actor)
  if (seen === 'none') throw new Refused('notAllowed')
  const id = wanted ?? (typeof seen === 'object' ? seen.unit : undefined)
  const unit = units.find((one) => one.id === id) ?? null
  if (id && (!unit || !isSeen(seen, unit))) throw new Refused('notFound')
  return { seen, unit, units: unit ? units.filter((one) => isIn(one, unit.id)) : units }
}

/** Those whose editors look at what was read: a county itself has none. */
export const looking = (tree: readonly Unit[]): string[] =>
  tree.filter(({ kind }) => kind !== 'region').map(({ id }) => id)

const isIn = ({ id, above }: Unit, unit: string): boolean => id === unit || above === unit

/** The figures of a span beside those of the one before (`spanBeside`), as far as this person sees them. */
export async function readStatistics(
  payload: Payload,
  actor: Actor | null,
  { unit: wanted, span }: { unit?: string; span: Span },
): Promise<Statistics> {
  const tree = await readTreeOfUnits(payload)
  const { unit, units } = scopeOf(actor, tree, wanted)
  const before = spanBeside(span, dayOf(new Date()))
  const all = looking(tree)
  const city = await readFigures(payload, span, all)
  const cityBefore = await readFigures(payload, before, all)
  const ids = units.map(({ id }) => id)
  const asked = async (of: Span) => {
    const all = await readAsked(payload, of)
    return unit
      ? askedTogether(ids.map((id) => all.get(id) ?? noneAsked()))
      : askedTogether([...all.values()])
  }
  return {
    ...{ span, before, unit },
    figures: together(city, unit && ids),
    figuresBefore: together(cityBefore, unit && ids),
    stock: stockOf(city, unit && ids),
    ...{ asked: await asked(span), askedBefore: await asked(before) },
    units: units.map((one) => ({ ...one, figures: city.get(one.id) ?? noFigures() })),
  }
}

/** Of these units; of all, those that are gone with them, where none are named. */
const ofUnits = (city: City, units: readonly string[] | null): OfUnit[] =>
  units ? units.flatMap((id) => city.get(id) ?? []) : [...city.values()]

const together = (city: City, units: readonly string[] | null): Figures =>
  sumOf(ofUnits(city, units))

function stockOf(city: City, units: readonly string[] | null): Stock {
  const all = ofUnits(city, units).map(({ stock }) => stock)
  return {
    live: added(
      all.flatMap(({ live }) => live),
      ({ library, category }) => `${library} ${category}`,
    ),
    states: added(
      all.flatMap(({ states }) => states),
      ({ library, state }) => `${library} ${state}`,
    ),
  }
}

/** Those with the same key as one. */
function added<One extends { count: number }>(
  all: readonly One[],
  keyOf: (one: One) => string,
): One[] {
  const sums = new Map<string, One>()
  for (const one of all) {
    const known = sums.get(keyOf(one))
    sums.set(keyOf(one), known ? { ...known, count: known.count + one.count } : one)
  }
  return [...sums.values()]
}
