'use client'

import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'

type Props = {
  title: string
  problem?: string
  isBusy: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** The frame of every question about a node: its fields, 取消 and the action's own name. */
export function NodeDialog({ title, problem = '', isBusy, onClose, onSubmit, children }: Props) {
  const { texts } = useTexts()
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="zk-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <p className="zk-error" role="alert">
          {problem}
        </p>
        <div className="zk-buttons">
          <Button type="button" buttonStyle="secondary" margin={false} onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" margin={false} disabled={isBusy}>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
