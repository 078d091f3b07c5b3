'use client'

import type { DragEvent } from 'react'
import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import type { Row } from './shape'

type Props = {
  row: Row
  isOpen: boolean
  hasChildren: boolean
  isChosen: boolean
  /** The one row that Tab stops at. */
  isCurrent: boolean
  canEdit: boolean
  /** Where the dragged node would be put, seen from this row. */
  mark: 'above' | 'below' | 'into' | null
  onChoose: () => void
  drag: Record<'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd', (event: DragEvent) => void>
}

export function TreeRow(props: Props) {
  const { row, isOpen, hasChildren, isChosen, isCurrent, canEdit, mark, onChoose, drag } = props
  const { node, level } = row
  const texts = treeTexts[useTexts().language]
  return (
    <li
      role="treeitem"
      data-id={node.id}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.of}
      aria-selected={isChosen}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-keyshortcuts={canEdit ? 'Alt+ArrowUp Alt+ArrowDown M F2 Delete' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={`zk-tree__row zk-tree__row--${node.kind}${mark ? ` zk-tree__row--${mark}` : ''}`}
      style={{ paddingInlineStart: `${(level - 1) * 1.4 + 0.4}rem` }}
      draggable={canEdit}
      onClick={onChoose}
      {...(canEdit ? drag : {})}
    >
      <span className="zk-tree__arrow" aria-hidden="true">
        {hasChildren ? (isOpen ? '▾' : '▸') : ''}
      </span>
      <span className="zk-tree__name">{node.name}</span>
      {node.isCentre && <span className="zk-tag">{texts.centre}</span>}
      {node.entries > 0 && (
        <span className="zk-soft">{fill(texts.entries, { n: node.entries })}</span>
      )}
    </li>
  )
}
