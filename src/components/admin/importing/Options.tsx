'use client'

import { importPageTexts } from '@/i18n/importPage'
import { useTexts } from '../useTexts'
import type { PartProps } from './PlanForm'

const choices = ['sheet', 'yes', 'no'] as const
const switches = ['openToUnits', 'openToPublic'] as const

/** What holds for all rows: whether they are submitted, and to whom they will be open. */
export function Options({ batch, chosen, onChange }: PartProps) {
  const { language } = useTexts()
  const texts = importPageTexts[language]
  const { options } = chosen
  const set = (changed: Partial<typeof options>) =>
    onChange({ ...chosen, options: { ...options, ...changed } })
  return (
    <fieldset className="zk-import__options">
      <legend>{texts.options}</legend>
      {switches
        .filter((key) => batch.fields.some((field) => field.key === key))
        .map((key) => (
          <label key={key} className="zk-field">
            {texts[key]}
            <select
              name={key}
              value={options[key]}
              onChange={({ target }) => set({ [key]: target.value as (typeof choices)[number] })}
            >
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {texts.switches[choice]}
                </option>
              ))}
            </select>
          </label>
        ))}
      {/* A case is published by the centre, not submitted. */}
      {batch.library !== 'cases' && (
        <label className="zk-check">
          <input
            type="checkbox"
            name="submit"
            checked={options.submit}
            onChange={({ target }) => set({ submit: target.checked })}
          />
          <span>{texts.submit}</span>
        </label>
      )}
    </fieldset>
  )
}
