'use client'

import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRef } from 'react'
import { useSave } from './useSave'
import { useTexts } from './useTexts'

/** 保存, also by Ctrl-S. */
export function SaveButton() {
  const { texts } = useTexts()
  const { uploadStatus } = useDocumentInfo()
  const isModified = useFormModified()
  const operation = useOperation()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const { save, dialog } = useSave()
  const isDisabled = (operation === 'update' && !isModified) || uploadStatus === 'uploading'

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })
  return (
    <>
      <FormSubmit
        buttonId="action-save"
        buttonStyle="secondary"
        disabled={isDisabled}
        onClick={() => void save()}
        ref={button}
        size="medium"
        type="button"
      >
        {texts.save}
      </FormSubmit>
      {dialog}
    </>
  )
}
