'use client'

import { useState, type ReactNode } from 'react'
import { fill } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import type { ShownNode } from '@/workflow/tree/shownTree'
import { useTexts } from '../useTexts'
import { moveTargets, placingsOf, type Move } from './moving'
import { NodeQuestion, type OnClose } from './NodeQuestion'
import { mergeTargets } from './shape'
import type { TreeChanges } from './useTree'
import { NodePicker, WhatItTouches } from './WhatItTouches'

type Props = { node: ShownNode; tree: TreeChanges; onClose: OnClose }

/** A county's body or township goes to another county; its entries go along. */
export function MoveNode({ move, ...given }: Props & { move?: Move }) {
  const texts = treeTexts[useTexts().language]
  const { node, tree, onClose } = given
  const { nodes, place } = tree
  return (
    <PickNode
      {...given}
      name={texts.move}
      label={texts.to}
      choices={moveTargets(nodes, node)}
      // Where it was let go, when it was dragged.
      start={move?.parent ?? ''}
      change={(parent) => {
        const before = move?.parent === parent ? move.before : null
        const placings = placingsOf(nodes, { node, parent, before })
        return place(placings, fill(texts.moved, { name: node.name }))
      }}
      onClose={onClose}
    />
  )
}

/** Everything of a node goes to another of its kind, and the node is removed. */
export function MergeNode({ node, tree, onClose }: Props) {
  const texts = treeTexts[useTexts().language]
  const { nodes, change } = tree
  return (
    <PickNode
      {...{ node, tree }}
      name={texts.merge}
      label={texts.into}
      choices={mergeTargets(nodes, node)}
      change={(into) => {
        const name = nodes.find(({ id }) => id === into)?.name ?? ''
        return change({
          changes: [{ path: `/${node.id}/merge`, method: 'POST', body: { into } }],
          said: ({ moved }: { moved: number }) => fill(texts.merged, { name, n: moved }),
        })
      }}
      // The node it is in then was there before, and is as open as it was.
      onClose={(isDone) => onClose(isDone)}
    >
      <p>{fill(texts.mergeText, { name: node.name })}</p>
    </PickNode>
  )
}

type PickProps = Props & {
  name: string
  label: string
  choices: readonly ShownNode[]
  start?: string
  change: (picked: string) => Promise<string>
  children?: ReactNode
}

/** Another node is picked, and before anything is done what would follow is told. */
function PickNode({ node, name, label, choices, start = '', change, ...given }: PickProps) {
  const { language } = useTexts()
  const [picked, setPicked] = useState(start)
  const { tree, onClose, children } = given
  return (
    <NodeQuestion
      {...{ tree, onClose }}
      title={labelled(language, name, node.name)}
      missing={picked === '' ? treeTexts[language].pickMissing : ''}
      change={() => change(picked)}
      to={picked}
    >
      {children}
      <NodePicker {...{ label, choices }} value={picked} nodes={tree.nodes} onChoose={setPicked} />
      <WhatItTouches key={picked} node={node.id} into={picked} />
    </NodeQuestion>
  )
}
