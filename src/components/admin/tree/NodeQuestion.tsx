'use client'

import { useState, type ReactNode } from 'react'
import { treeTexts } from '@/i18n/treeTexts'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'
import type { TreeChanges } from './useTree'

/** Whether it was done, and for a move below which node. */
export type OnClose = (isDone: boolean, to?: string) => void

type Props = {
  title: string
  /** What is missing before it can be done, or nothing. */
  missing?: string
  tree: TreeChanges
  /** Changes the tree; answers why it was refused, or nothing. */
  change: () => Promise<string>
  /** Below which node it is then. */
  to?: string
  onClose: OnClose
  children: ReactNode
}

/** A question about a node: what is asked, the change, how far it is, why not, and the end of it. */
export function NodeQuestion(props: Props) {
  const { title, missing = '', tree, change, to, onClose, children } = props
  const [problem, setProblem] = useState('')

  async function submit() {
    setProblem(missing)
    if (missing) return
    const refusal = await change()
    setProblem(refusal)
    if (!refusal) onClose(true, to)
  }
  return (
    <QuestionDialog
      title={title}
      problem={problem}
      isBusy={tree.isBusy}
      progress={tree.progress}
      onClose={() => onClose(false)}
      onSubmit={() => void submit()}
    >
      {children}
    </QuestionDialog>
  )
}

type NameProps = { value: string; placeholder?: string; onChange: (name: string) => void }

export function NameField({ value, placeholder, onChange }: NameProps) {
  const texts = treeTexts[useTexts().language]
  return (
    <label>
      {texts.name}
      <input
        name="name"
        value={value}
        maxLength={60}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
