'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useForm } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import {
  $createParagraphNode,
  $getRoot,
  $isParagraphNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useOwnNames } from '../frameParts'
import { handles } from '../settled'
import { useEditorTexts } from './useEditorTexts'

/**
 * Lexical hands what is typed to the form when the browser is idle, up to half a second late (Payload 3.90):
 * here whoever saves takes it at once. And it gives the text the id its label speaks of.
 */
export function Handle() {
  const [editor] = useLexicalComposerContext()
  const { fieldProps } = useEditorConfigContext()
  const { dispatchFields, setModified } = useForm()
  const { path } = fieldProps
  useEffect(() => {
    const first = editor.getEditorState()
    const read = () => {
      const state = editor.getEditorState()
      return state === first ? null : state.toJSON()
    }
    const write = (value: unknown) => {
      dispatchFields({ type: 'UPDATE', path, value })
      setModified(true)
    }
    handles.set(path, { read, write })
    return () => {
      handles.delete(path)
    }
  }, [editor, path, dispatchFields, setModified])
  useEffect(
    () =>
      editor.registerRootListener((root) => {
        if (root) root.id = `field-${path}`
      }),
    [editor, path],
  )
  return null
}

/** The small window at a link, and the menu that “/” opens. */
export function LinkWords() {
  const { words } = useEditorTexts()
  const names = useMemo(
    () =>
      [
        ['Edit link', words.editLink],
        ['Remove link', words.removeLink],
        ['Slash menu', words.menu],
      ] as const,
    [words],
  )
  useOwnNames(names)
  return null
}

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
