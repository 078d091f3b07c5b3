'use client'

import { FieldDescription, FieldError, useField } from '@payloadcms/ui'
import type { CheckboxFieldClientComponent, DateFieldClientComponent } from 'payload'
import { useId } from 'react'
import { dayOf } from './dates'
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

/** A day, by the browser’s own means: in its language, by keyboard and by those who hear the page. */
export const DayField: DateFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { language } = useTexts()
  const { value, setValue, showError, disabled, path } = useField<string | null>({
    potentiallyStalePath: given,
  })
  const id = useId()
  const label = field.label
  return (
    <div className={`field-type zk-day-field${showError ? ' error' : ''}`} data-field={path}>
      <label className="field-label" htmlFor={`${id}-day`}>
        {typeof label === 'string' ? label : label?.[language]}
      </label>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={`${id}-day`}
          type="date"
          min="1949-10-01"
          max="2999-12-31"
          value={dayOf(value)}
          disabled={Boolean(readOnly) || disabled}
          aria-describedby={`${id}-description`}
          onChange={({ target }) => setValue(target.value || null)}
        />
      </div>
      <div id={`${id}-description`}>
        <FieldDescription description={field.admin?.description} path={path} />
      </div>
    </div>
  )
}
