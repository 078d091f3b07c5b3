'use client'

import { FieldDescription, FieldError, useField } from '@payloadcms/ui'
import type { CheckboxFieldClientComponent } from 'payload'
import { useId } from 'react'
import { useEntry, useIsDirect } from './entry/EntryContext'
import { useTexts } from './useTexts'

/** A switch without preset: 公开 or 不公开, nothing chosen at first. */
export const ChoiceField: CheckboxFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { texts, language } = useTexts()
  const { value, setValue, showError, disabled, path } = useField<boolean | null>({
    potentiallyStalePath: given,
  })
  const id = useId()
  const label = field.label as unknown
  const entry = useEntry()
  // A direct save changes the text; the switches of the live item have their own steps.
  const isKept = useIsDirect() && entry?.library !== 'cases'
  const isFixed = Boolean(readOnly) || disabled || isKept
  return (
    <div className={`field-type zk-choice${showError ? ' error' : ''}`}>
      <fieldset aria-describedby={`${id}-description`} disabled={isFixed}>
        <legend className="field-label">
          {labelOf(label, language)}
          <span className="required">*</span>
        </legend>
        <FieldError path={path} showError={showError} />
        <div className="zk-choice__options">
          {([true, false] as const).map((option) => (
            <label key={String(option)}>
              <input
                type="radio"
                name={`${id}-${path}`}
                checked={value === option}
                onChange={() => setValue(option)}
              />
              {option ? texts.yes : texts.no}
            </label>
          ))}
          {value !== true && value !== false && (
            <span className="zk-soft">{texts.chooseFirst}</span>
          )}
        </div>
      </fieldset>
      <div id={`${id}-description`}>
        <FieldDescription description={field.admin?.description} path={path} />
      </div>
    </div>
  )
}

function labelOf(label: unknown, language: string): string {
  if (typeof label === 'string') return label
  return (label as Record<string, string> | undefined)?.[language] ?? ''
}
