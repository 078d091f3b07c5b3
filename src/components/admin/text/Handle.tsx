'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useForm } from '@payloadcms/ui'
import { useEffect } from 'react'
import { handles } from './handles'

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
