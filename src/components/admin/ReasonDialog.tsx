'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { Dialog } from './Dialog'
import { useTexts } from './useTexts'

type Props = {
  isBusy: boolean
  /** Why the step was refused, if it was. */
  problem: string
  onClose: () => void
  onReason: (reason: string) => void
}

/** Asks why a text is returned. What was typed stays when the step is refused. */
export function ReasonDialog({ isBusy, problem, onClose, onReason }: Props) {
  const { texts } = useTexts()
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const id = useId()
  return (
    <Dialog title={texts.returnTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setIsMissing(reason.trim() === '')
          if (reason.trim() !== '') onReason(reason.trim())
        }}
      >
        <label htmlFor={id}>{texts.returnReason}</label>
        <textarea
          id={id}
          name="reason"
          rows={5}
          maxLength={1000}
          value={reason}
          autoFocus
          aria-invalid={isMissing}
          aria-describedby={`${id}-error`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${id}-error`} className="zk-error" role="alert">
          {isMissing ? texts.reasonNeeded : problem}
        </p>
        <div className="zk-buttons">
          <Button type="button" buttonStyle="secondary" onClick={onClose} margin={false}>
            {texts.cancel}
          </Button>
          <Button type="submit" buttonStyle="primary" disabled={isBusy} margin={false}>
            {texts.return}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
