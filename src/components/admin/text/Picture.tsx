'use client'

import Image from 'next/image'
import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { UploadNode } from '@payloadcms/richtext-lexical/client'
import { copyOfFile, useFiles } from '../files'
import { picturesSent } from '../settled'
import { comesAlong } from './tidyPasted'
import { useEditorTexts } from './useEditorTexts'

type Props = { data: PictureData; nodeKey: string }

/** A picture where it stands in the text, and its words, which a text needs before it is handed on. */
function Picture({ data, nodeKey }: Props) {
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

/** A picture of a text: the id of its stored file with its words, or (`pending`) one on its way there. */
export type PictureData = {
  id: string
  relationTo: 'media'
  value?: string
  fields: { alt?: string }
  pending?: { formID: string; src: string }
}

/**
 * Payload 3.90 shows a picture as a card with its stored name and asks nothing; here it is the picture itself,
 * with its words below. Stored as Payload stores it.
 */
export class PictureNode extends UploadNode {
  static getType(): string {
    return 'upload'
  }

  static clone(node: PictureNode): PictureNode {
    return new PictureNode({ data: node.__data, format: node.__format, key: node.__key })
  }

  /** Of a pasted page only what brought its bytes along, after tidyPasted had looked at it. */
  static importDOM(): never {
    const conversion = ({ src, alt }: HTMLImageElement) => ({
      node: pictureNode({ fields: alt ? { alt } : {}, pending: { formID: '', src } }),
    })
    const img = ({ src }: HTMLImageElement) =>
      comesAlong(src, window.location.origin) ? { conversion, priority: 4 } : null
    return { img } as never
  }

  static importJSON(stored: never): PictureNode {
    const { id, value, fields, pending } = stored as PictureData & { value?: unknown }
    const media = typeof value === 'object' && value ? (value as { id: string }).id : value
    return pictureNode({ id, value: media, fields, ...(media ? {} : { pending }) })
  }

  decorate(): never {
    const picture: ReactNode = <Picture data={this.picture()} nodeKey={this.getKey()} />
    return picture as never
  }

  picture(): PictureData {
    return this.getData() as unknown as PictureData
  }

  change(data: Partial<PictureData>): void {
    this.setData({ ...this.picture(), ...data } as never)
  }
}

export function pictureNode(data: Partial<PictureData>): PictureNode {
  const whole = { id: crypto.randomUUID(), fields: {}, ...withoutUndefined(data) }
  return new PictureNode({ data: { ...whole, relationTo: 'media' } } as never)
}

const withoutUndefined = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
