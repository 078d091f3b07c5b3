'use client'

import { useRef, useId, type ReactNode } from 'react'
import type { Names } from '@/blocks/partFields'
import { fill } from '@/i18n/adminTexts'
import { useEditorTexts } from './useEditorTexts'

export type Row = Record<string, unknown>

/** What each field of a block is given. */
export type FieldsProps = {
  fields: Record<string, unknown>
  change: (changed: Record<string, unknown>) => void
  /** Of the block: its name and hint tell of a field without a name of its own. */
  id: string
  isFixed: boolean
}

type Props = FieldsProps & {
  add: string
  /** With the number of the row in it. */
  remove: string
  children: (row: Row, change: (changed: Row) => void, at: number) => ReactNode
}

/** The rows of a block, to add to and to take from. */
export function Rows({ fields, change, isFixed, add, remove, children }: Props) {
  const { words } = useEditorTexts()
  const list = useRef<HTMLOListElement>(null)
  const rows = Array.isArray(fields.items) ? (fields.items as Row[]) : []
  const put = (items: Row[]) => change({ items })
  const append = () => {
    put([...rows, { id: crypto.randomUUID() }])
    setTimeout(() =>
      list.current?.querySelector<HTMLElement>('li:last-child :is(input, select)')?.focus(),
    )
  }
  return (
    <>
      <ol ref={list} className="zk-part__rows">
        {rows.map((row, at) => (
          <li key={typeof row.id === 'string' ? row.id : at}>
            {children(
              row,
              (changed) =>
                put(rows.map((one, other) => (other === at ? { ...one, ...changed } : one))),
              at,
            )}
            {!isFixed && (
              <button
                type="button"
                className="zk-link"
                aria-label={fill(remove, { n: at + 1 })}
                onClick={() => put(rows.filter((_, other) => other !== at))}
              >
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ol>
      {!isFixed && (
        <button type="button" className="zk-part__add" onClick={append}>
          + {add}
        </button>
      )}
    </>
  )
}

type ChoiceProps = {
  label: string
  options: Names
  value: string
  isFixed: boolean
  onChange: (value: string | null) => void
}

/** One of a few, or none of them. */
export function Choice({ label, options, value, isFixed, onChange }: ChoiceProps) {
  const { words, language } = useEditorTexts()
  const id = useId()
  return (
    <div className="zk-part__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={isFixed}
        onChange={({ target }) => onChange(target.value || null)}
      >
        <option value="">{words.notSaid}</option>
        {Object.entries(options).map(([option, names]) => (
          <option key={option} value={option}>
            {names[language]}
          </option>
        ))}
      </select>
    </div>
  )
}
