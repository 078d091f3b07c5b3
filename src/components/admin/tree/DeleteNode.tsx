'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { ShownNode } from './shape'
import type { TreeChanges } from './useTree'

type Props = { node: ShownNode; tree: TreeChanges; onClose: (isDone?: boolean) => void }

export function DeleteNode({ node, tree, onClose }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [problem, setProblem] = useState('')
  const { change, isBusy } = tree

  async function remove() {
    const changes = [{ path: `/${node.id}`, method: 'DELETE' as const }]
    const said = () => fill(texts.removed, { name: node.name })
    const refusal = await change({ changes, said })
    setProblem(refusal)
    if (!refusal) onClose(true)
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
