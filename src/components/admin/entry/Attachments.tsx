'use client'

import { FieldDescription, FieldError, toast, useField } from '@payloadcms/ui'
import type { UploadFieldClientComponent } from 'payload'
import { useEffect, useId, useRef, useState, type DragEvent } from 'react'
import { fill } from '@/i18n/adminTexts'
import { writingTexts } from '@/i18n/writing'
import { sendFile, copyOfFile, knowFile, useFiles } from '../files'
import { useTexts } from '../useTexts'
import { FieldHints } from './FieldHints'
import { FileLine } from './ReaderText'

/** 附件, each by the name people gave it: added by choosing or dropping, opened, put in order, taken away. */
export const Attachments: UploadFieldClientComponent = ({ field, path: given, readOnly }) => {
  const { texts: common, language } = useTexts()
  const texts = writingTexts[language]
  const { value, setValue, showError, disabled, path } = useField<string[] | null>({
    potentiallyStalePath: given,
  })
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly string[]>([])
  const ids = Array.isArray(value) ? value : []
  const latest = useRef<readonly string[]>([])
  useEffect(() => {
    latest.current = Array.isArray(value) ? value : []
  }, [value])
  const files = useFiles(ids, language)
  const isFixed = Boolean(readOnly) || disabled

  async function add(chosen: readonly File[]) {
    for (const file of chosen) {
      setSending((names) => [...names, file.name])
      const sent = await sendFile(file, language)
      setSending((names) => names.filter((name) => name !== file.name))
      if (sent.ok) {
        knowFile(sent.data)
        latest.current = [...latest.current, sent.data.id]
        setValue(latest.current)
      } else {
        const why = sent.detail || common.failed
        const words = fill(texts.refused, { name: file.name, why })
        toast.error(words, { duration: Infinity, closeButton: true })
      }
    }
  }
  const move = (at: number, to: number) => {
    const moved = [...ids]
    const [one] = moved.splice(at, 1)
    if (one) moved.splice(to, 0, one)
    setValue(moved)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    if (!isFixed) void add([...event.dataTransfer.files])
  }
  return (
    <div className={`field-type zk-attachments${showError ? ' error' : ''}`} data-field={path}>
      <fieldset
        aria-describedby={`${id}-description`}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <legend className="field-label">{labelOf(field.label, language)}</legend>
        <FieldError path={path} showError={showError} />
        <ol>
          {files?.map((file, at) => (
            <li key={file.id}>
              <FileLine
                file={{ ...file, size: file.filesize, mime: file.mimeType }}
                address={copyOfFile(file)}
              />
              {!isFixed && (
                <span className="zk-attachments__actions">
                  <Action
                    label="↑"
                    name={fill(texts.fileUp, { name: file.name })}
                    isOff={at === 0}
                    onPress={() => move(at, at - 1)}
                  />
                  <Action
                    label="↓"
                    name={fill(texts.fileDown, { name: file.name })}
                    isOff={at === files.length - 1}
                    onPress={() => move(at, at + 1)}
                  />
                  <Action
                    label="×"
                    name={fill(texts.removeFile, { name: file.name })}
                    onPress={() => setValue(ids.filter((one) => one !== file.id))}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
        <p className="zk-soft" role="status">
          {sending.map((name) => fill(texts.sending, { name })).join(' ')}
        </p>
        {!isFixed && (
          <p className="zk-attachments__add">
            <button type="button" className="zk-part__add" onClick={() => input.current?.click()}>
              + {texts.attach}
            </button>
            <span className="zk-soft">{texts.dropHere}</span>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={texts.attach}
              onChange={({ target }) => {
                void add([...(target.files ?? [])])
                target.value = ''
              }}
            />
          </p>
        )}
      </fieldset>
      <FieldHints path={path} />
      <div id={`${id}-description`}>
        <FieldDescription description={field.admin?.description} path={path} />
      </div>
    </div>
  )
}

type ActionProps = { label: string; name: string; isOff?: boolean; onPress: () => void }

function Action({ label, name, isOff = false, onPress }: ActionProps) {
  return (
    <button type="button" aria-label={name} title={name} disabled={isOff} onClick={onPress}>
      {label}
    </button>
  )
}

function labelOf(label: unknown, language: 'zh' | 'en'): string {
  return typeof label === 'string' ? label : ((label as Record<string, string>)?.[language] ?? '')
}
