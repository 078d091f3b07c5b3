'use client'

import { FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { dialogTexts } from '@/i18n/dialogTexts'
import { useTexts } from '../useTexts'
import { EntryFinder } from './EntryFinder'

/** An entry chosen from what is published; the form keeps its id, the server its number and title. */
export const EntryField: TextFieldClientComponent = ({ field, path }) => {
  const { language } = useTexts()
  const { value, setValue, showError } = useField<string>({ path })
  const stored = useFormFields(([fields]) => ({
    number: fields.number?.value,
    title: fields.entryTitle?.value,
    initial: fields[path]?.initialValue,
  }))
  const isStored = Boolean(value) && stored.initial === value
  return (
    <div className="field-type zk-entry-field">
      <FieldLabel label={field.label} path={path} required={field.required} />
      <FieldError path={path} showError={showError} />
      {isStored && (
        <p className="zk-entry-field__known">
          {[stored.title, stored.number].filter(Boolean).join(' · ')}
        </p>
      )}
      <EntryFinder
        name="entry"
        label={dialogTexts[language].findEntry}
        chosen={value ?? null}
        onChoose={setValue}
      />
    </div>
  )
}
