'use client'

import {
  $createParagraphNode,
  $getRoot,
  $isParagraphNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect, useState } from 'react'
import { useEditorTexts } from './useEditorTexts'

/** Behind a block, table or picture at the end there is no line to click into: this makes one. */
export function ParagraphAtEnd() {
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const { words } = useEditorTexts()
  const [isNeeded, setIsNeeded] = useState(false)
  useEffect(() => {
    const look = () => {
      const last = editor.getEditorState().read(() => $getRoot().getLastChild())
      setIsNeeded(last !== null && !$isParagraphNode(last))
    }
    look()
    return editor.registerUpdateListener(look)
  }, [editor])
  if (!isEditable || !isNeeded) return null
  const append = () =>
    editor.update(() => {
      const paragraph = $createParagraphNode()
      $getRoot().append(paragraph)
      paragraph.select()
    })
  return (
    <button type="button" className="zk-part__add zk-at-end" onClick={append}>
      + {words.paragraphAtEnd}
    </button>
  )
}
