import type { Choice } from '@/workflow/tree/unitsInReach'

/** Units in the tree's order, those of a county under its name. */
export function UnitOptions({ units }: { units: readonly Choice[] }) {
  const groups = [...new Set(units.map(({ group }) => group))]
  return groups.map((group) => {
    const options = units
      .filter((choice) => choice.group === group)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))
    if (group === null) return options
    return (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    )
  })
}
