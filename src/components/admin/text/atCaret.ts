'use client'

import { $createTableNodeWithDimensions } from '@lexical/table'
import { $isLinkNode } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  SELECTION_CHANGE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { $isListNode, type ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { $isHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $findMatchingParent, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect, useState } from 'react'
import type { Part } from '@/blocks/serviceItem'
import type { Language } from '@/i18n/language'
import { partNode } from './Part'
import { insertBlock, insertPictures } from './pictures'

export const styles = ['paragraph', 'h2', 'h3', 'h4'] as const
export type Style = (typeof styles)[number]

const nothing = {
  style: 'paragraph' as Style,
  list: null as 'bullet' | 'number' | null,
  isBold: false,
  isStruck: false,
  isLink: false,
  hasWords: false,
}

/** How what is written at the caret looks, for the toolbar to say so. */
export function useStyleAtCaret(editor: LexicalEditor): typeof nothing {
  const [at, setAt] = useState(nothing)
  useEffect(() => {
    const look = () => {
      const found = editor.getEditorState().read(styleAtCaret)
      if (found) setAt((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
    }
    return mergeRegister(
      editor.registerUpdateListener(look),
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          look()
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
  }, [editor])
  return at
}

/** Null where there is no caret: what was known of the last one still holds. */
function styleAtCaret(): typeof nothing | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const node = selection.anchor.getNode()
  const heading = $findMatchingParent(node, $isHeadingNode)
  const list = $findMatchingParent<ListNode>(node, $isListNode)
  const tag = heading?.getTag() as Style | undefined
  return {
    style: tag && styles.includes(tag) ? tag : 'paragraph',
    list: list ? (list.getListType() === 'number' ? 'number' : 'bullet') : null,
    isBold: selection.hasFormat('bold'),
    isStruck: selection.hasFormat('strikethrough'),
    isLink: $findMatchingParent(node, $isLinkNode) !== null,
    hasWords: selection.getTextContent() !== '',
  }
}

/** A table to begin with: rows and columns are added in it. */
const size = { rows: 3, columns: 3 }

/** With a first row that says what stands below. */
export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const table = $createTableNodeWithDimensions(size.rows, size.columns, {
      rows: true,
      columns: false,
    })
    insertBlock(table)
    table.getFirstDescendant()?.selectStart()
  })
}

export function insertPart(editor: LexicalEditor, blockType: Part): void {
  editor.update(() => {
    const lists = blockType === 'materials' || blockType === 'channels'
    const node = partNode({ blockType, ...(lists ? { items: [{ id: crypto.randomUUID() }] } : {}) })
    insertBlock(node)
    const key = node.getKey()
    setTimeout(() => {
      const fields = editor
        .getElementByKey(key)
        ?.querySelectorAll<HTMLElement>('input, textarea, select')
      fields?.[0]?.focus()
    })
  })
}

/** Asks for pictures of this computer and puts them where the caret was. */
export function choosePictures(editor: LexicalEditor): void {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept: 'image/*', multiple: true })
  const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh'
  input.addEventListener('change', () => insertPictures(editor, [...(input.files ?? [])], language))
  input.click()
}
