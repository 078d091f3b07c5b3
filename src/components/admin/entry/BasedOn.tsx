'use client'

import {
  Button,
  FieldDescription,
  FieldError,
  FieldLabel,
  useDocumentInfo,
  useField,
} from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { basedOnTexts } from '@/i18n/basedOn'
import { EntryFinder } from '../steps/fields'
import { useTexts } from '../useTexts'
import { FieldHints } from './FieldHints'

/** 依据的上级事项: found by its words or number among what is online; kept by its number. */
export const BasedOn: TextFieldClientComponent = ({ field, path: given, readOnly }) => {
  const texts = basedOnTexts[useTexts().language]
  const { value, setValue, showError, disabled, path } = useField<string | null>({
    potentiallyStalePath: given,
  })
  const { id } = useDocumentInfo()
  const isFixed = Boolean(readOnly) || disabled
  return (
    <div className={`field-type zk-entry-field${showError ? ' error' : ''}`} data-field={path}>
      <FieldLabel label={field.label} path={path} />
      <FieldError path={path} showError={showError} />
      {value && (
        <p className="zk-entry-field__known">
          {texts.chosen}{' '}
          <a className="zk-link" href={`/e/${value}`} target="_blank" rel="noreferrer">
            {value}
          </a>{' '}
          {!isFixed && (
            <Button
              type="button"
              buttonStyle="secondary"
              size="small"
              margin={false}
              onClick={() => setValue(null)}
            >
              {texts.remove}
            </Button>
          )}
        </p>
      )}
      {isFixed && !value && <p className="zk-soft">—</p>}
      {!isFixed && (
        <EntryFinder
          name="basedOn"
          label={texts.find}
          library="knowledge"
          except={id ? String(id) : undefined}
          by="number"
          chosen={value || null}
          onChoose={setValue}
        />
      )}
      <FieldDescription description={field.admin?.description} path={path} />
      <FieldHints path={path} />
    </div>
  )
}
