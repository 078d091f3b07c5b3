'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import { moveTargets, placingsOf, type Move } from './moving'
import { NodePicker, WhatItTouches } from './WhatItTouches'
import type { ShownNode } from './shape'
import type { TreeChanges } from './useTree'

type Props = {
  node: ShownNode
  /** Where it was let go, when it was dragged. */
  move?: Move
  tree: TreeChanges
  onClose: (isDone?: boolean, to?: string) => void
}

/** A county's body or township goes to another county; its entries go along. */
export function MoveNode({ node, move, tree, onClose }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const { nodes, place, isBusy } = tree
  const [parent, setParent] = useState(move?.parent ?? '')
  const [problem, setProblem] = useState('')

  async function moveThere() {
    setProblem(parent === '' ? texts.pickMissing : '')
    if (parent === '') return
    const before = move?.parent === parent ? move.before : null
    const placings = placingsOf(nodes, { node, parent, before })
    const refusal = await place(placings, fill(texts.moved, { name: node.name }))
    setProblem(refusal)
    if (!refusal) onClose(true, parent)
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.move, node.name)}
      problem={problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => void moveThere()}
    >
      <NodePicker
        label={texts.to}
        value={parent}
        choices={moveTargets(nodes, node)}
        nodes={nodes}
        onChoose={setParent}
      />
      <WhatItTouches key={parent} node={node.id} into={parent} />
    </QuestionDialog>
  )
}
