'use client'

import { Button } from '@payloadcms/ui'
import { type ReactNode, useId } from 'react'
import { createPortal } from 'react-dom'
import { useModal } from '../useModal'
import { useTexts } from './useTexts'

type DialogProps = { title: string; onClose: () => void; isWide?: boolean; children: ReactNode }

/**
 * A modal dialog of the browser's own: focus stays inside, Escape closes, focus returns. At the end of the
 * page, for a dialog's form cannot stand inside the form of an entry.
 */
export function Dialog({ title, onClose, isWide = false, children }: DialogProps) {
  const modal = useModal(onClose)
  const id = useId()
  return createPortal(
    <dialog
      {...modal}
      className={`zk-dialog${isWide ? ' zk-dialog--wide' : ''}`}
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>,
    document.body,
  )
}

type QuestionDialogProps = {
  title: string
  /** What the last button says; 确定 when left out. */
  action?: string
  /** Why the step was refused, or what is missing. */
  problem?: string
  /** How far it is, while it takes long. */
  progress?: string
  isBusy: boolean
  isWide?: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** The frame of every question: its fields, what is wrong with them, 取消 and the action's own name. */
export function QuestionDialog(props: QuestionDialogProps) {
  const {
    title,
    action,
    problem = '',
    progress,
    isBusy,
    isWide,
    onClose,
    onSubmit,
    children,
  } = props
  const { texts } = useTexts()
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <form
        className="zk-form"
        onSubmit={(event) => {
          event.preventDefault()
          // React lets it bubble to the entry's form, which would save.
          event.stopPropagation()
          onSubmit()
        }}
      >
        {children}
        {progress && <p role="status">{progress}</p>}
        <p className="zk-error" role="alert">
          {problem}
        </p>
        <div className="zk-buttons">
          <Button type="button" buttonStyle="secondary" margin={false} onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" margin={false} disabled={isBusy}>
            {action ?? texts.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
