'use client'

import Image from 'next/image'
import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect, useId, useRef, useState } from 'react'
import { copyOfFile, useFiles } from '../files'
import { type PictureData, PictureNode } from './PictureNode'
import { picturesSent } from './pictures'
import { useEditorTexts } from './useEditorTexts'

type Props = { data: PictureData; nodeKey: string }

/** A picture where it stands in the text, and its words, which a text needs before it is handed on. */
export function Picture({ data, nodeKey }: Props) {
  const { words, language } = useEditorTexts()
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const { value, fields, pending } = data
  const [file] = useFiles(value ? [value] : [], language) ?? []
  const source = file ? copyOfFile(file) : pending?.src
  const change = (apply: (node: PictureNode) => void) =>
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey)
        if (node instanceof PictureNode) apply(node)
      },
      { tag: SKIP_DOM_SELECTION_TAG },
    )
  return (
    <figure className="zk-picture" contentEditable={false}>
      {source && (
        // Shown as large as it is, as far as there is room.
        <Image
          unoptimized
          src={source}
          alt={fields.alt ?? ''}
          width={640}
          height={480}
          draggable={false}
        />
      )}
      {pending && <Sending />}
      <figcaption>
        <Words
          alt={fields.alt ?? ''}
          isNew={Boolean(pending)}
          isFixed={!isEditable}
          onChange={(alt) => change((node) => node.change({ fields: { alt } }))}
        />
        {isEditable && (
          <button type="button" className="zk-link" onClick={() => change((node) => node.remove())}>
            {words.remove}
          </button>
        )}
      </figcaption>
    </figure>
  )
}

type WordsProps = {
  alt: string
  isNew: boolean
  isFixed: boolean
  onChange: (alt: string) => void
}

/** 图片说明: asked for at once, and told to be missing as long as it is. */
function Words({ alt, isNew, isFixed, onChange }: WordsProps) {
  const { words } = useEditorTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(alt)
  const [given, setGiven] = useState(alt)
  const wasNew = useRef(isNew)
  // Changed from outside: by undoing, or by restoring what was not saved.
  if (alt !== given) {
    setGiven(alt)
    setTyped(alt)
  }
  useEffect(() => {
    if (wasNew.current) input.current?.focus({ preventScroll: true })
  }, [])
  const isMissing = typed.trim() === ''
  return (
    <div className="zk-picture__words">
      <label htmlFor={id}>{words.alt}</label>
      <input
        ref={input}
        id={id}
        type="text"
        maxLength={200}
        value={typed}
        disabled={isFixed}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setTyped(target.value)
          setGiven(target.value)
          onChange(target.value)
        }}
      />
      <p id={`${id}-hint`} className={isMissing ? 'zk-error' : 'zk-soft'}>
        {isMissing ? words.altMissing : words.altHint}
      </p>
    </div>
  )
}

/** On its way; or no longer, as after an undo that brought back one that was refused. */
function Sending() {
  const { words } = useEditorTexts()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void picturesSent().then(() => {
      if (isCurrent) setIsOver(true)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return (
    <p className={isOver ? 'zk-error' : 'zk-soft'} role="status">
      {isOver ? words.notSent : words.sending}
    </p>
  )
}
