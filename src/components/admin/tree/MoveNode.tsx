'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/labelled'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import { NodePicker } from './NodePicker'
import type { ShownNode } from './shape'
import { useTree } from './useTree'

type Props = { node: ShownNode; nodes: ShownNode[]; onClose: () => void }

/** A county's body or township goes to another county; its entries go along. */
export function MoveNode({ node, nodes, onClose }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [parent, setParent] = useState('')
  const [problem, setProblem] = useState('')
  const { change, isBusy } = useTree()
  const choices = nodes.filter(({ kind, id }) => kind === 'region' && id !== node.parent)

  async function move() {
    setProblem(parent === '' ? texts.pickMissing : '')
    if (parent === '') return
    const changes = [{ path: `/${node.id}`, method: 'PATCH' as const, body: { parent } }]
    const refusal = await change(changes, () => fill(texts.moved, { name: node.name }))
    setProblem(refusal)
    if (!refusal) onClose()
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.move, node.name)}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void move()}
    >
      <NodePicker
        label={texts.to}
        value={parent}
        choices={choices}
        nodes={nodes}
        onChoose={setParent}
      />
    </QuestionDialog>
  )
}
