'use client'

import type { ShownNode } from '@/workflow/tree/shownTree'
import { AddNode } from './AddNode'
import { DeleteNode } from './DeleteNode'
import { MergeNode } from './MergeNode'
import { MoveNode } from './MoveNode'
import type { Move } from './moving'
import { RenameNode } from './RenameNode'
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
