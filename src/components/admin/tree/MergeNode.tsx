'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import { NodePicker, WhatItTouches } from './WhatItTouches'
import { mergeTargets, type ShownNode } from './shape'
import type { TreeChanges } from './useTree'

type Props = { node: ShownNode; tree: TreeChanges; onClose: (isDone?: boolean) => void }

/** Everything of a node goes to another of its kind, and the node is removed. */
export function MergeNode({ node, tree, onClose }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const { nodes, change, isBusy } = tree
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
