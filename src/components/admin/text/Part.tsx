'use client'

import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useId, useState, type ReactNode } from 'react'
import { BlockNode } from '@payloadcms/richtext-lexical/client'
import { partFieldNames } from '@/blocks/partFields'
import { parts } from '@/blocks/serviceItem'
import { fill } from '@/i18n/adminTexts'
import { findingTexts } from '@/i18n/reviewing'
import { useFound } from '../entry/EntryContext'
import { Materials, Ways, PartField } from './PartLists'
import type { FieldsProps } from './Rows'
import { useEditorTexts } from './useEditorTexts'

type Props = { fields: PartFields; nodeKey: string }

/** One block of a service item as its fields. */
function Part({ fields: stored, nodeKey }: Props) {
  const { words, language } = useEditorTexts()
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const id = useId()
  const { found } = useFound()
  // What is typed stands here first: a text that comes back from the editor would disturb who writes Chinese.
  const [fields, setFields] = useState(stored)
  const [handedOn, setHandedOn] = useState(stored)
  if (stored !== handedOn) {
    setHandedOn(stored)
    setFields(stored)
  }
  const part = parts.find(({ slug }) => slug === fields.blockType)
  if (!part) return null
  const name = part.label[language]
  const isMissed = found?.passages.some(
    ({ kind, passage }) => kind === 'emptyBlock' && passage === part.label.zh,
  )

  const onNode = (apply: (node: PartNode) => void) =>
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey)
        if (node instanceof PartNode) apply(node)
      },
      { tag: SKIP_DOM_SELECTION_TAG },
    )
  const change = (changed: Record<string, unknown>) => {
    const next = { ...fields, ...changed }
    setFields(next)
    setHandedOn(next)
    onNode((node) => node.setFields(next as never, true))
  }
  const move = (node: PartNode, way: 'up' | 'down') => {
    const beside = way === 'up' ? node.getPreviousSibling() : node.getNextSibling()
    if (way === 'up') beside?.insertBefore(node)
    else beside?.insertAfter(node)
  }
  const action = (label: string, about: string, apply: (node: PartNode) => void) => (
    <button
      type="button"
      className="zk-link"
      aria-label={fill(about, { name })}
      onClick={() => onNode(apply)}
    >
      {label}
    </button>
  )
  return (
    <section className="zk-part" aria-labelledby={`${id}-name`} contentEditable={false}>
      <header>
        <strong id={`${id}-name`}>{name}</strong>
        {isEditable && (
          <div className="zk-part__actions">
            {action(words.moveUp, words.movePartUp, (node) => move(node, 'up'))}
            {action(words.moveDown, words.movePartDown, (node) => move(node, 'down'))}
            {action(words.remove, words.removePart, (node) => node.remove())}
          </div>
        )}
      </header>
      <p id={`${id}-hint`} className="zk-soft">
        {part.hint[language]}
      </p>
      {isMissed && <p className="zk-part__missed">{findingTexts.emptyBlock?.[language]}</p>}
      <Fields part={part.slug} {...{ fields, change, id, isFixed: !isEditable }} />
    </section>
  )
}

function Fields({ part, ...given }: FieldsProps & { part: string }) {
  const { words, language } = useEditorTexts()
  const { statutory, promised, result } = partFieldNames
  switch (part) {
    case 'materials':
      return <Materials {...given} />
    case 'channels':
      return (
        <>
          <Ways {...given} />
          <PartField {...given} name="content" label={result[language]} isLong />
        </>
      )
    case 'timeLimit':
      return (
        <>
          <PartField {...given} name="content" label={promised[language]} isLong />
          <PartField {...given} name="statutory" label={statutory[language]} />
        </>
      )
    case 'free':
      return (
        <>
          <PartField {...given} name="heading" label={words.freeHeading} />
          <PartField {...given} name="content" isLong />
        </>
      )
    default:
      return <PartField {...given} name="content" isLong />
  }
}

export type PartFields = Record<string, unknown> & { id: string; blockType: string }

/**
 * A block of a service item. Payload 3.90 draws a form of its own for each, which asks the server after every
 * key and gives the fields of all blocks the same ids; here the fields are part of the page.
 */
export class PartNode extends BlockNode {
  static getType(): string {
    return 'block'
  }

  static clone(node: PartNode): PartNode {
    return new PartNode({ fields: node.__fields, format: node.__format, key: node.__key })
  }

  static importJSON(stored: never): PartNode {
    return partNode((stored as { fields: PartFields }).fields)
  }

  decorate(): never {
    const part: ReactNode = <Part fields={this.getFields()} nodeKey={this.getKey()} />
    return part as never
  }

  getTextContent(): string {
    return ''
  }
}

export const partNode = (fields: Partial<PartFields> & { blockType: string }): PartNode =>
  new PartNode({
    fields: { blockName: '', ...fields, id: fields.id || crypto.randomUUID() },
  })
