'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextareaFieldClientComponent } from 'payload'
import { useId, useRef, useState, type ChangeEvent } from 'react'
import { holidayTexts } from '@/i18n/holidays'
import { useTexts } from '../useTexts'

/** The notice as it was published: pasted, or read from a text file. */
export const NoticeField: TextareaFieldClientComponent = ({ field, path, readOnly }) => {
  const { language } = useTexts()
  const texts = holidayTexts[language]
  const { value, setValue, showError } = useField<string>({ path })
  const [problem, setProblem] = useState('')
  const id = useId()
  const file = useRef<HTMLInputElement>(null)

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = target.files?.[0]
    if (!chosen) return
    const text = textOf(await chosen.arrayBuffer())
    // The same file may be chosen again.
    target.value = ''
    setProblem(text === null ? texts.unreadable : '')
    if (text !== null) setValue(text)
  }
  return (
    <div className="field-type zk-whole-notice">
      <FieldLabel label={field.label} htmlFor={id} path={path} required={field.required} />
      <FieldError path={path} showError={showError} />
      <textarea
        id={id}
        name={path}
        rows={14}
        maxLength={field.maxLength}
        readOnly={readOnly}
        value={value ?? ''}
        onChange={(event) => setValue(event.target.value)}
      />
      <FieldDescription description={field.admin?.description} path={path} />
      <button type="button" className="zk-part__add" onClick={() => file.current?.click()}>
        {texts.file}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label={texts.file}
        onChange={(event) => void read(event)}
      />
      <p role="status">{problem}</p>
    </div>
  )
}

/** In UTF-8, or as older Chinese programs write it; null for what is no text. */
function textOf(bytes: ArrayBuffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // Not in this one.
    }
  }
  return null
}
