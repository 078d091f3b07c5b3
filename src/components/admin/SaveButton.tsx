'use client'

import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRef } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { writingTexts } from '@/i18n/writing'
import { useIsDirect } from './entry/EntryContext'
import { isBehind } from './settled'
import { useDirectSave } from './useDirectSave'
import { useReturn } from './list/listAddress'
import { useSave } from './useSave'
import { useTexts } from './useTexts'

/**
 * 保存, back to the list; 保存并继续, also by Ctrl-S, to go on writing; for the centre on an approved text
 * 保存并上线.
 */
export function SaveButton() {
  const { texts, language } = useTexts()
  const { uploadStatus, collectionSlug = '' } = useDocumentInfo()
  const isModified = useFormModified()
  const operation = useOperation()
  const { getData } = useForm()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const isDirect = useIsDirect()
  const { save, dialog } = useSave()
  const { saveDirectly, dialog: looking } = useDirectSave()
  const toList = useReturn()
  const isDisabled = (operation === 'update' && !isModified) || uploadStatus === 'uploading'

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    // What was just typed into a block has not reached the form, which knows of no change yet.
    const isWorth = !button.current?.disabled || isBehind(getData())
    if (isWorth) void (isDirect ? saveDirectly() : save())
  })
  async function saveAndReturn() {
    if (await save()) toList(collectionSlug, { isNew: operation === 'create' })
  }
  return (
    <>
      {!isDirect && (
        <FormSubmit
          buttonId="action-stay"
          buttonStyle="secondary"
          disabled={isDisabled}
          onClick={() => void save()}
          size="medium"
          type="button"
        >
          {writingTexts[language].stay}
        </FormSubmit>
      )}
      <FormSubmit
        buttonId="action-save"
        buttonStyle={isDirect ? 'primary' : 'secondary'}
        disabled={isDisabled}
        onClick={() => void (isDirect ? saveDirectly() : saveAndReturn())}
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
