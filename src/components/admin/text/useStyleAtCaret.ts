'use client'

import { $isLinkNode } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { $isListNode, type ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { $isHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $findMatchingParent, mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect, useState } from 'react'

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
