'use client'

import { useSearchParams } from 'next/navigation'
import { categoryKeys } from '@/access/rules'
import { categoryNames } from '@/i18n/categoryNames'
import { useTexts } from '../useTexts'
import type { Choice } from './unitsInReach'

type Props = {
  units: Choice[]
  hasCategories: boolean
  unit: string | null
  category: string | null
}

/** Narrows the list to a unit with what lies below it, and to a category. */
export function PlaceFilter({ units, hasCategories, unit, category }: Props) {
  const { texts, language } = useTexts()
  const search = useSearchParams()

  function narrow(change: Record<string, string>) {
    const query = new URLSearchParams(search)
    for (const [name, value] of Object.entries(change)) query.set(name, value)
    for (const name of ['page', ...Object.keys(change)]) if (!change[name]) query.delete(name)
    // Afresh: Payload 3.90's list keeps the address it was opened with and would write it back.
    window.location.search = query.toString()
  }

  const groups = [...new Set(units.map(({ group }) => group))].map(
    (group) => [group, units.filter((choice) => choice.group === group)] as const,
  )
  const optionsOf = (choices: Choice[]) =>
    choices.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  return (
    <div className="zk-place">
      {units.length > 1 && (
        <select
          aria-label={texts.filterByUnit}
          value={unit ?? ''}
          onChange={(event) => narrow({ unit: event.target.value })}
        >
          <option value="">{texts.allUnits}</option>
          {groups.map(([group, choices]) =>
            group === null ? (
              optionsOf(choices)
            ) : (
              <optgroup key={group} label={group}>
                {optionsOf(choices)}
              </optgroup>
            ),
          )}
        </select>
      )}
      {hasCategories && (
        <select
          aria-label={texts.filterByCategory}
          value={category ?? ''}
          onChange={(event) => narrow({ category: event.target.value })}
        >
          <option value="">{texts.allCategories}</option>
          {categoryKeys.map((key) => (
            <option key={key} value={key}>
              {categoryNames[key][language]}
            </option>
          ))}
        </select>
      )}
      {(unit || category) && (
        <button
          type="button"
          className="zk-link"
          onClick={() => narrow({ unit: '', category: '' })}
        >
          {texts.clearFilter}
        </button>
      )}
    </div>
  )
}
