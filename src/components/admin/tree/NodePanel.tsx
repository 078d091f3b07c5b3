'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { kindNames, treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import { AddNode } from './AddNode'
import { DeleteNode } from './DeleteNode'
import { MergeNode } from './MergeNode'
import { MoveNode } from './MoveNode'
import { RenameNode } from './RenameNode'
import { kindsBelow, pathOf, peersOf, type ShownNode } from './shape'
import { reordered, useTree } from './useTree'

type Props = { node: ShownNode; nodes: ShownNode[]; canEdit: boolean; onAdded: () => void }
type Action = 'add' | 'rename' | 'move' | 'merge' | 'delete'

/** The chosen node, and what the centre may do with it. */
export function NodePanel({ node, nodes, canEdit, onAdded }: Props) {
  const { language } = useTexts()
  const texts = treeTexts[language]
  const [action, setAction] = useState<Action | null>(null)
  const { change, isBusy } = useTree()
  const close = () => setAction(null)
  const peers = peersOf(nodes, node)
  const place = peers.findIndex(({ id }) => id === node.id)
  async function shift(by: -1 | 1) {
    const refusal = await change(reordered(nodes, node, by), () => texts.ordered)
    if (refusal) toast.error(refusal)
  }
  const actions: [Action, string, boolean][] = [
    ['add', texts.addBelow, kindsBelow(nodes, node).length > 0],
    ['rename', texts.rename, true],
    ['move', texts.move, node.parent !== null && node.kind !== 'category'],
    ['merge', texts.merge, !node.isCentre],
    ['delete', texts.remove, !node.isCentre],
  ]
  const dialog = {
    add: <AddNode parent={node} nodes={nodes} onClose={close} onAdded={onAdded} />,
    rename: <RenameNode node={node} onClose={close} />,
    move: <MoveNode node={node} nodes={nodes} onClose={close} />,
    merge: <MergeNode node={node} nodes={nodes} onClose={close} />,
    delete: <DeleteNode node={node} onClose={close} />,
  }
  return (
    <>
      <h2>{node.name}</h2>
      <dl className="zk-text__facts">
        <div>
          <dt>{texts.kind}</dt>
          <dd>{kindNames[node.kind][language]}</dd>
        </div>
        <div>
          <dt>{texts.path}</dt>
          <dd>{pathOf(nodes, node)}</dd>
        </div>
      </dl>
      {node.kind === 'category' && node.entries > 0 && (
        <p>
          <a href={`/admin/collections/knowledge?where[category][equals]=${node.id}`}>
            {texts.showEntries}（{fill(texts.entries, { n: node.entries })}）
          </a>
        </p>
      )}
      {canEdit && (
        <div className="zk-buttons zk-buttons--start">
          {actions
            .filter(([, , isOffered]) => isOffered)
            .map(([name, label]) => (
              <Button
                key={name}
                buttonStyle="secondary"
                size="small"
                margin={false}
                onClick={() => setAction(name)}
              >
                {label}
              </Button>
            ))}
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            disabled={isBusy || place <= 0}
            onClick={() => void shift(-1)}
          >
            {texts.up}
          </Button>
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            disabled={isBusy || place === peers.length - 1}
            onClick={() => void shift(1)}
          >
            {texts.down}
          </Button>
        </div>
      )}
      {action && dialog[action]}
    </>
  )
}
