import type { TreeUnit } from '@/reading/readTree'

/** A unit to be chosen, with how deep it stands in the tree. */
export type UnitChoice = { value: string; name: string; depth: number; count?: number }

/** All units in the order of the tree, each with how many of what was found it has, where that was counted. */
export function unitChoices(
  units: readonly TreeUnit[],
  counts: readonly { id: string; count: number }[] | null,
): UnitChoice[] {
  const known = new Map(counts?.map(({ id, count }) => [id, count]))
  const below = (units: readonly TreeUnit[], depth: number): UnitChoice[] =>
    units.flatMap(({ id, name, units }) => [
      { value: id, name, depth, count: known.get(id) },
      ...below(units, depth + 1),
    ])
  return below(units, 0)
}

/** The name as a list of choices shows it: what lies below a unit stands further in. */
export const indented = ({ name, depth }: Pick<UnitChoice, 'name' | 'depth'>): string =>
  '\u3000'.repeat(depth) + name
