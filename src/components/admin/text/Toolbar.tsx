'use client'

import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import {
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@payloadcms/richtext-lexical/lexical/list'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { $createHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $setBlocksType } from '@payloadcms/richtext-lexical/lexical/selection'
import type { ReactNode } from 'react'
import { furtherParts, serviceItemParts, type Part } from '@/blocks/serviceItem'
import {
  choosePictures,
  insertPart,
  insertTable,
  type Style,
  styles,
  useStyleAtCaret,
} from './atCaret'
import { useEditorTexts } from './useEditorTexts'

/** Above a text: what 统一格式 knows, each with its name. */
export function Toolbar() {
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const { words } = useEditorTexts()
  const { editorConfig, fieldProps } = useEditorConfigContext()
  const at = useStyleAtCaret(editor)
  if (!isEditable) return null
  const link = editorConfig.features.toolbarFixed.groups
    .flatMap(({ items }) => items)
    .find(({ key }) => key === 'link')
  const list = (kind: 'bullet' | 'number') => {
    const begin = kind === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND
    editor.dispatchCommand(at.list === kind ? REMOVE_LIST_COMMAND : begin, undefined)
  }
  return (
    <div
      className="zk-toolbar"
      role="toolbar"
      aria-label={words.toolbar}
      aria-controls={`field-${fieldProps.path}`}
    >
      <select
        aria-label={words.style}
        value={at.style}
        onChange={({ target }) => setStyle(editor, target.value as Style)}
      >
        {styles.map((style) => (
          <option key={style} value={style}>
            {words[style]}
          </option>
        ))}
      </select>
      <Tool
        name={words.bold}
        isOn={at.isBold}
        onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      >
        <strong>B</strong>
      </Tool>
      <Tool
        name={words.struck}
        isOn={at.isStruck}
        onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'strikethrough')}
      >
        <s>S</s>
      </Tool>
      <Tool name={words.bullets} isOn={at.list === 'bullet'} onPress={() => list('bullet')}>
        <ListIcon />
      </Tool>
      <Tool name={words.numbers} isOn={at.list === 'number'} onPress={() => list('number')}>
        <ListIcon isNumbered />
      </Tool>
      <Tool
        name={words.link}
        isOn={at.isLink}
        isOff={!at.isLink && !at.hasWords}
        onPress={() => link?.onSelect?.({ editor, isActive: at.isLink })}
      >
        <LinkIcon />
      </Tool>
      <Tool name={words.picture} onPress={() => choosePictures(editor)}>
        <PictureIcon />
      </Tool>
      <Tool name={words.table} onPress={() => insertTable(editor)}>
        <TableIcon />
      </Tool>
      <PartMenu onChoose={(part) => insertPart(editor, part)} />
    </div>
  )
}

type ToolProps = {
  name: string
  isOn?: boolean
  isOff?: boolean
  onPress: () => void
  children: ReactNode
}

function Tool({ name, isOn, isOff = false, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      disabled={isOff}
      // Pressed, not clicked: a click would take the caret out of the text first.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

/** Chosen to be put in; it stands on its own name again at once. */
function PartMenu({ onChoose }: { onChoose: (part: Part) => void }) {
  const { words, language } = useEditorTexts()
  const groups = [
    { name: words.parts, some: serviceItemParts },
    { name: words.further, some: furtherParts },
  ]
  return (
    <select
      aria-label={words.part}
      value=""
      onChange={({ target }) => onChoose(target.value as Part)}
    >
      <option value="">{words.part}</option>
      {groups.map(({ name, some }) => (
        <optgroup key={name} label={name}>
          {some.map(({ slug, label }) => (
            <option key={slug} value={slug}>
              {label[language]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** Drawn: a figure would be read as the button's name by who speaks to the page. */
function ListIcon({ isNumbered = false }: { isNumbered?: boolean }) {
  const marks = isNumbered
    ? 'M3 4.5L4.5 3.5V8.5M3 12.8C3.2 11.2 5.8 11.2 5.8 12.9C5.8 14 3 15.2 3 16.5H6'
    : 'M4 6H4.01M4 14H4.01'
  return (
    <svg className="zk-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9 6H17M9 14H17" strokeWidth="1.5" />
        <path d={marks} strokeWidth={isNumbered ? 1.3 : 3} />
      </g>
    </svg>
  )
}

function LinkIcon() {
  return (
    <svg className="zk-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d="M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  )
}

function setStyle(editor: LexicalEditor, style: Style): void {
  editor.focus(() =>
    editor.update(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      $setBlocksType(selection, () =>
        style === 'paragraph' ? $createParagraphNode() : $createHeadingNode(style),
      )
    }),
  )
}

const icon = (path: string) =>
  function Icon() {
    return (
      <svg className="zk-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
    )
  }

export const PictureIcon = icon('M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 4M7 7.5h.01')
export const TableIcon = icon('M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12')
export const PartIcon = icon('M3 4h14v5H3zM3 12h14M3 16h9')
