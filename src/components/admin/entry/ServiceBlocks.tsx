'use client'

import { Button, useForm, useFormFields } from '@payloadcms/ui'
import { hasBlocks, isServiceCategory, withServiceBlocks } from '@/fields/serviceBlocks'
import { handles } from '../settled'
import { useTexts } from '../useTexts'
import { useIsWritten, useCategoryKey } from './MissingFields'

/** Above the text of 行政权力 and 公共服务: the blocks it opens with, put there in one go. */
export function ServiceBlocks() {
  const { texts } = useTexts()
  const { dispatchFields, setModified } = useForm()
  const isWritten = useIsWritten()
  const isService = isServiceCategory(useCategoryKey())
  const body = useFormFields(([fields]) => fields.body?.value)
  if (!isWritten || !isService || hasBlocks(body)) return null
  const insert = () => {
    // What was typed a moment ago has not reached the form yet.
    const value = withServiceBlocks(handles.get('body')?.read() ?? body)
    // The editor draws itself anew only where the initial value is another.
    dispatchFields({ type: 'UPDATE', path: 'body', value, initialValue: value })
    setModified(true)
  }
  return (
    <p className="zk-notice zk-service-blocks">
      {texts.serviceBlocks}{' '}
      <Button buttonStyle="secondary" size="small" margin={false} onClick={insert}>
        {texts.insertBlocks}
      </Button>
    </p>
  )
}
