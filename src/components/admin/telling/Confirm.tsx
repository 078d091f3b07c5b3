'use client'

import { useState } from 'react'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'

type Props = {
  title: string
  text: string
  action: string
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** Asks once more before something is done. */
export function Confirm({ title, text, action, onConfirm, onClose }: Props) {
  const { texts } = useTexts()
  const [isBusy, setIsBusy] = useState(false)
  const confirm = () => {
    setIsBusy(true)
    void onConfirm()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="zk-buttons">
        <button type="button" onClick={onClose} disabled={isBusy}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="zk-button zk-button--primary"
          onClick={confirm}
          disabled={isBusy}
        >
          {action}
        </button>
      </div>
    </Dialog>
  )
}
