import { areCompatible, heartOf } from './compatible'
import type { Fact, FactKind } from './fact'

/** Facts by their value, so that a number that changed is looked up and not searched for. */
export type FactsByValue<Row extends Fact & { entry: string }> = {
  /** Every place where this value stands: of a phone also without its area code or extension. */
  placesOf(kind: FactKind, value: string): Row[]
}

const keyOf = (kind: FactKind, value: string): string =>
  `${kind} ${kind === 'phone' ? heartOf(kind, value) : value}`

export function factsByValue<Row extends Fact & { entry: string }>(
  rows: Iterable<Row>,
): FactsByValue<Row> {
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row.kind, row.value)
    const there = byKey.get(key)
    if (there) there.push(row)
    else byKey.set(key, [row])
  }
  return {
    placesOf: (kind, value) =>
      (byKey.get(keyOf(kind, value)) ?? []).filter((row) => isTold(kind, row.value, value)),
  }
}

function isTold(kind: FactKind, one: string, value: string): boolean {
  if (kind !== 'phone') return one === value
  return heartOf(kind, one) === heartOf(kind, value) && areCompatible(kind, one, value)
}

/** Of the facts a text held and holds now: phones that are gone, and what stands in their place where that is plain. */
export function changedPhones(
  before: readonly Fact[],
  now: readonly Fact[],
): { old: string; next: string | null }[] {
  const phones = (facts: readonly Fact[]) => facts.filter(({ kind }) => kind === 'phone')
  const isIn = (value: string, facts: readonly Fact[]) =>
    phones(facts).some((fact) => isTold('phone', fact.value, value))
  const gone = phones(before).filter(({ value }) => !isIn(value, now))
  const fresh = phones(now).filter(({ value }) => !isIn(value, before))
  return [...new Set(gone.map(({ value }) => value))].map((old) => {
    const { matter } = gone.find(({ value }) => value === old)!
    const those = [
      ...new Set(fresh.filter((fact) => fact.matter === matter).map((fact) => fact.value)),
    ]
    return { old, next: those.length === 1 ? those[0]! : null }
  })
}
