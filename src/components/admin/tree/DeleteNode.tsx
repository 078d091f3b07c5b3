'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/labelled'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { ShownNode } from './shape'
import { useTree } from './useTree'

export function DeleteNode({ node, onClose }: { node: ShownNode; onClose: () => void }) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [problem, setProblem] = useState('')
  const { change, isBusy } = useTree()

  async function remove() {
    const changes = [{ path: `/${node.id}`, method: 'DELETE' as const }]
    const refusal = await change(changes, () => fill(texts.removed, { name: node.name }))
    setProblem(refusal)
    if (!refusal) onClose()
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.remove, node.name)}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void remove()}
    >
      <p>{fill(texts.removeText, { name: node.name })}</p>
    </QuestionDialog>
  )
}
