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
import { dialogTexts } from '@/i18n/dialogTexts'
import { useIsDirect } from './entry/EntryContext'
import { useDirectSave } from './useDirectSave'
import { useSave } from './useSave'
import { useTexts } from './useTexts'

/** 保存, also by Ctrl-S; for the centre on an approved text 保存并上线. */
export function SaveButton() {
  const { texts, language } = useTexts()
  const { uploadStatus } = useDocumentInfo()
  const isModified = useFormModified()
  const operation = useOperation()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const isDirect = useIsDirect()
  const { save, dialog } = useSave()
  const { saveDirectly, dialog: looking } = useDirectSave()
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
        buttonStyle={isDirect ? 'primary' : 'secondary'}
        disabled={isDisabled}
        onClick={() => void (isDirect ? saveDirectly() : save())}
        ref={button}
        size="medium"
        type="button"
      >
        {isDirect ? dialogTexts[language].directSave : texts.save}
      </FormSubmit>
      {dialog}
      {looking}
    </>
  )
}
