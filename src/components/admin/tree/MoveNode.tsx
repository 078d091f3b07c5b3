'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import { useTexts } from '../useTexts'
import { moveTargets, placingsOf, type Move } from './moving'
import { mergeTargets } from './shape'
import type { ShownNode } from '@/workflow/tree/shownTree'
import type { TreeChanges } from './useTree'
import { NodePicker, WhatItTouches } from './WhatItTouches'

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
  const { nodes, place, isBusy, progress } = tree
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
      progress={progress}
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

type MergeProps = { node: ShownNode; tree: TreeChanges; onClose: (isDone?: boolean) => void }

/** Everything of a node goes to another of its kind, and the node is removed. */
export function MergeNode({ node, tree, onClose }: MergeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const { nodes, change, isBusy, progress } = tree
  const [into, setInto] = useState('')
  const [problem, setProblem] = useState('')
  const target = nodes.find(({ id }) => id === into)

  async function merge() {
    setProblem(into === '' ? texts.pickMissing : '')
    if (into === '') return
    const said = ({ moved }: { moved: number }) =>
      fill(texts.merged, { name: target?.name ?? '', n: moved })
    const changes = [{ path: `/${node.id}/merge`, method: 'POST' as const, body: { into } }]
    const refusal = await change({ changes, said })
    setProblem(refusal)
    if (!refusal) onClose(true)
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.merge, node.name)}
      problem={problem}
      isBusy={isBusy}
      progress={progress}
      onClose={onClose}
      onSubmit={() => void merge()}
    >
      <p>{fill(texts.mergeText, { name: node.name })}</p>
      <NodePicker
        label={texts.into}
        value={into}
        choices={mergeTargets(nodes, node)}
        nodes={nodes}
        onChoose={setInto}
      />
      <WhatItTouches key={into} node={node.id} into={into} />
    </QuestionDialog>
  )
}
