'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { AddNode } from './AddNode'
import { MergeNode, MoveNode } from './MoveNode'
import type { Move } from './moving'
import { NameField, NodeQuestion, type OnClose } from './NodeQuestion'
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
  onClose: OnClose
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

type NodeProps = { node: ShownNode; tree: TreeChanges; onClose: OnClose }

function RenameNode({ node, tree, onClose }: NodeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [name, setName] = useState(node.name)
  const given = name.trim()
  const to = (name: string) => ({ path: `/${node.id}`, method: 'PATCH' as const, body: { name } })
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, texts.rename, node.name)}
      missing={given === '' ? texts.nameMissing : ''}
      change={() =>
        tree.change({
          changes: [to(given)],
          said: () => fill(texts.renamed, { name: given }),
          undo: [to(node.name)],
        })
      }
    >
      <NameField value={name} onChange={setName} />
    </NodeQuestion>
  )
}

function DeleteNode({ node, tree, onClose }: NodeProps) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, texts.remove, node.name)}
      change={() =>
        tree.change({
          changes: [{ path: `/${node.id}`, method: 'DELETE' }],
          said: () => fill(texts.removed, { name: node.name }),
        })
      }
    >
      <p>{fill(texts.removeText, { name: node.name })}</p>
    </NodeQuestion>
  )
}
