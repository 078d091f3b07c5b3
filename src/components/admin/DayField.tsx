'use client'

import { FieldDescription, FieldError, useField } from '@payloadcms/ui'
import type { DateFieldClientComponent } from 'payload'
import { useId } from 'react'
import { dayOf } from './dates'
import { useTexts } from './useTexts'

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
