'use client'

import type { DragEvent } from 'react'
import { fill } from '@/i18n/adminTexts'
import { treeTexts } from '@/i18n/treeTexts'
import { useTexts } from '../useTexts'
import type { Row } from './shape'
import type { TreeChanges } from './useTree'

type Props = {
  words: string
  /** How many were found; null while nothing is looked for. */
  count: number | null
  onSearch: (words: string) => void
}

export function TreeSearch({ words, count, onSearch }: Props) {
  const texts = treeTexts[useTexts().language]
  const said =
    count === 0
      ? fill(texts.foundNone, { words: words.trim() })
      : fill(texts.found, { n: count ?? 0 })
  return (
    <div className="zk-tree__search" role="search">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={words}
        onChange={(event) => onSearch(event.target.value)}
      />
      {words !== '' && (
        <button type="button" className="zk-link" onClick={() => onSearch('')}>
          {texts.clear}
        </button>
      )}
      <span className="zk-soft" aria-live="polite">
        {count === null ? '' : said}
      </span>
    </div>
  )
}

/** What was done last, announced, with the way back where there is one. */
export function TreeNotice({ tree }: { tree: TreeChanges }) {
  const texts = treeTexts[useTexts().language]
  const { done, undo, isBusy, progress } = tree
  return (
    <div className="zk-tree__notice">
      <span role="status">{isBusy ? progress || texts.changing : done.said}</span>
      {done.undo.length > 0 && !isBusy && (
        <button type="button" className="zk-link" onClick={() => void undo()}>
          {texts.undo}
        </button>
      )}
    </div>
  )
}

type RowProps = {
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

export function TreeRow(props: RowProps) {
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
