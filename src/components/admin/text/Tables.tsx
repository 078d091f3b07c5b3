'use client'

import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getTableCellNodeFromLexicalNode,
  $getTableNodeFromLexicalNodeOrThrow,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableSelection,
  $mergeCells,
  $setTableColumnIsHeader,
  $setTableRowIsHeader,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table'
import { $getSelection, $isRangeSelection } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { TablePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalTablePlugin'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect, useState } from 'react'
import type { EditorTexts } from '@/i18n/writing'
import { useEditorTexts } from './useEditorTexts'

/** Tables, and what may be done with the one the caret is in. No stripes, colours or widths: 统一格式. */
export function Tables() {
  const isEditable = useLexicalEditable()
  return (
    <>
      <TablePlugin hasCellBackgroundColor={false} hasCellMerge hasHorizontalScroll />
      {isEditable && <TableBar />}
    </>
  )
}

type At = { canMerge: boolean; canSplit: boolean; isHeadRow: boolean; isHeadColumn: boolean }

/** Stays at the foot of the editor while the caret is in a table. */
function TableBar() {
  const [editor] = useLexicalComposerContext()
  const { words } = useEditorTexts()
  const [at, setAt] = useState<At | null>(null)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const found = editorState.read(where)
        setAt((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
      }),
    [editor],
  )
  if (!at) return null
  const action = (name: keyof EditorTexts, act: (cell: TableCellNode) => void) => (
    <button
      key={name}
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() =>
        editor.update(() => {
          const cell = cellAtCaret()
          if (cell) act(cell)
        })
      }
    >
      {words[name]}
    </button>
  )
  return (
    <div className="zk-toolbar zk-toolbar--table" role="toolbar" aria-label={words.tableMenu}>
      {action('rowAbove', () => $insertTableRowAtSelection(false))}
      {action('rowBelow', () => $insertTableRowAtSelection(true))}
      {action('columnBefore', () => $insertTableColumnAtSelection(false))}
      {action('columnAfter', () => $insertTableColumnAtSelection(true))}
      {at.canMerge && action('merge', mergeCells)}
      {at.canSplit && action('split', () => $unmergeCell())}
      {action(at.isHeadRow ? 'notHeadRow' : 'headRow', (cell) =>
        $setTableRowIsHeader($getTableNodeFromLexicalNodeOrThrow(cell), 0, !at.isHeadRow),
      )}
      {action(at.isHeadColumn ? 'notHeadColumn' : 'headColumn', (cell) =>
        $setTableColumnIsHeader($getTableNodeFromLexicalNodeOrThrow(cell), 0, !at.isHeadColumn),
      )}
      {action('deleteRow', () => $deleteTableRowAtSelection())}
      {action('deleteColumn', () => $deleteTableColumnAtSelection())}
      {action('deleteTable', (cell) => {
        const table = $getTableNodeFromLexicalNodeOrThrow(cell)
        table.selectNext()
        table.remove()
      })}
    </div>
  )
}

function cellAtCaret(): TableCellNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null
  const cell = $getTableCellNodeFromLexicalNode(selection.anchor.getNode())
  return $isTableCellNode(cell) ? cell : null
}

function where(): At | null {
  const cell = cellAtCaret()
  if (!cell) return null
  const selection = $getSelection()
  const first = $getTableNodeFromLexicalNodeOrThrow(cell).getFirstDescendant()
  const corner = first && $getTableCellNodeFromLexicalNode(first)
  // The second cell of the first row and of the first column tell rows from columns, the corner belongs to both.
  const heads = $isTableCellNode(corner) ? corner.getHeaderStyles() : 0
  return {
    canMerge: $isTableSelection(selection) && !selection.anchor.is(selection.focus),
    canSplit: cell.getColSpan() > 1 || cell.getRowSpan() > 1,
    isHeadRow: (heads & TableCellHeaderStates.ROW) !== 0,
    isHeadColumn: (heads & TableCellHeaderStates.COLUMN) !== 0,
  }
}

function mergeCells(): void {
  const selection = $getSelection()
  if (!$isTableSelection(selection)) return
  $mergeCells(selection.getNodes().filter($isTableCellNode))?.selectStart()
}
