'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { QuestionDialog } from '../steps/QuestionDialog'
import { useTexts } from '../useTexts'
import { AddNode } from './AddNode'
import { MergeNode, MoveNode } from './MoveNode'
import type { Move } from './moving'
import type { ShownNode } from '@/workflow/tree/shownTree'
import type { TreeChanges } from './useTree'

export type Action = 'add' | 'rename' | 'move' | 'merge' | 'delete'

/** What is asked about which node; below null a node of the first level is added. */
export type Asked =
  | { action: 'add'; node: ShownNode | null }
  | { action: 'move'; node: ShownNode; move?: Move }
  | { action: Exclude<Action, 'add' | 'move'>; node: ShownNode }

type Props = {
  asked: Asked
  tree: TreeChanges
  /** Whether it was done, and for a move below which node. */
  onClose: (isDone?: boolean, to?: string) => void
}

export function TreeDialog({ asked, ...given }: Props) {
  switch (asked.action) {
    case 'add':
      return <AddNode parent={asked.node} {...given} />
    case 'rename':
      return <RenameNode node={asked.node} {...given} />
    case 'move':
      return <MoveNode node={asked.node} move={asked.move} {...given} />
    case 'merge':
      return <MergeNode node={asked.node} {...given} />
    case 'delete':
      return <DeleteNode node={asked.node} {...given} />
  }
}

type NodeProps = { node: ShownNode; tree: TreeChanges; onClose: (isDone?: boolean) => void }

function RenameNode({ node, tree, onClose }: NodeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [name, setName] = useState(node.name)
  const [problem, setProblem] = useState('')
  const { change, isBusy, progress } = tree

  async function rename() {
    const given = name.trim()
    setProblem(given === '' ? texts.nameMissing : '')
    if (given === '') return
    const to = (name: string) => ({ path: `/${node.id}`, method: 'PATCH' as const, body: { name } })
    const refusal = await change({
      changes: [to(given)],
      said: () => fill(texts.renamed, { name: given }),
      undo: [to(node.name)],
    })
    setProblem(refusal)
    if (!refusal) onClose(true)
  }
  return (
    <QuestionDialog
      title={labelled(language, texts.rename, node.name)}
      problem={problem}
      isBusy={isBusy}
      progress={progress}
      onClose={onClose}
      onSubmit={() => void rename()}
    >
      <label>
        {texts.name}
        <input
          name="name"
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </QuestionDialog>
  )
}

function DeleteNode({ node, tree, onClose }: NodeProps) {
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
