'use client'

import { importPageTexts } from '@/i18n/importPage'
import type { Choice } from '@/workflow/tree/readUnits'
import { Table, UnitOptions } from '../parts'
import { useTexts } from '../useTexts'
import type { PartProps } from './PlanForm'

type Props = PartProps & {
  /** All there are, for who may choose among them and make others. */
  units: readonly Choice[] | null
}

/** Names in the sheet that no unit has: each is made, is another unit, or is left out. */
export function UnitsAsked({ batch, chosen, onChange, units }: Props) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  return (
    <section aria-labelledby="import-units">
      <h2 id="import-units">{texts.units}</h2>
      <p className="zk-soft">{texts.unitsNote}</p>
      <Table heads={[texts.unitName, texts.rows, texts.answer]}>
        {batch.unitsAsked.map(({ name, rows, nearest }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label={texts.rows}>{rows || '—'}</td>
            <td data-label={texts.answer}>
              <select
                aria-label={texts.answerOf(name)}
                value={chosen.units[name] ?? ''}
                onChange={({ target }) =>
                  onChange({ ...chosen, units: { ...chosen.units, [name]: target.value } })
                }
              >
                <option value="">{texts.choose}</option>
                {units && <option value="make">{texts.make}</option>}
                <option value="refuse">{texts.refuse}</option>
                {nearest.length > 0 && (
                  <optgroup label={units ? texts.nearest : texts.ownUnit}>
                    {nearest.map((unit) => (
                      <option key={unit.id} value={unit.id}>
                        {unit.name}
                      </option>
                    ))}
                  </optgroup>
                )}
                {units && (
                  <UnitOptions
                    units={units.filter(({ id }) => !nearest.some((one) => one.id === id))}
                  />
                )}
              </select>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
