'use client'

import { useId, useLayoutEffect, useRef } from 'react'
import {
  materialChoiceNames,
  materialChoices,
  partFieldNames,
  channelWays,
  type MaterialChoice,
} from '@/blocks/partFields'
import { fill } from '@/i18n/adminTexts'
import { Choice, Rows, type FieldsProps, type Row } from './Rows'
import { useEditorTexts } from './useEditorTexts'

/** 所需材料: one a row, with how many originals and copies, in which form, kept or shown, and what may be left out. */
export function Materials(props: FieldsProps) {
  const { words } = useEditorTexts()
  return (
    <Rows {...props} add={words.addMaterial} remove={words.removeMaterial}>
      {(row, change, at) => <Material {...{ row, change, at, isFixed: props.isFixed }} />}
    </Rows>
  )
}

type MaterialProps = {
  row: Row
  change: (changed: Row) => void
  at: number
  isFixed: boolean
}

function Material({ row, change, at, isFixed }: MaterialProps) {
  const { words, language } = useEditorTexts()
  const id = useId()
  const field = (name: 'name' | 'original' | 'copies' | 'note') => {
    const isCount = name === 'original' || name === 'copies'
    return (
      <div className={`zk-part__field zk-part__field--${name}`}>
        <label htmlFor={`${id}-${name}`}>{partFieldNames[name][language]}</label>
        <input
          id={`${id}-${name}`}
          type={isCount ? 'number' : 'text'}
          min={isCount ? 0 : undefined}
          value={asText(row[name])}
          disabled={isFixed}
          onChange={({ target }) => {
            const number = target.value === '' ? null : target.valueAsNumber
            change({ [name]: isCount ? number : target.value })
          }}
        />
      </div>
    )
  }
  return (
    <fieldset className="zk-material">
      <legend>{fill(words.material, { n: at + 1 })}</legend>
      {field('name')}
      {field('original')}
      {field('copies')}
      {(Object.keys(materialChoices) as MaterialChoice[]).map((name) => (
        <Choice
          key={name}
          label={materialChoiceNames[name][language]}
          options={materialChoices[name]}
          value={asText(row[name])}
          isFixed={isFixed}
          onChange={(chosen) => change({ [name]: chosen })}
        />
      ))}
      {field('note')}
    </fieldset>
  )
}

/** 办理方式: at a counter, online, by oneself, by mail or at home, and where. */
export function Ways(props: FieldsProps) {
  const { words } = useEditorTexts()
  return (
    <Rows {...props} add={words.addWay} remove={words.removeWay}>
      {(row, change, at) => <Way {...{ row, change, at, isFixed: props.isFixed }} />}
    </Rows>
  )
}

type WayProps = { row: Row; change: (changed: Row) => void; at: number; isFixed: boolean }

function Way({ row, change, at, isFixed }: WayProps) {
  const { words, language } = useEditorTexts()
  const id = useId()
  return (
    <fieldset className="zk-way">
      <legend>{fill(words.wayNumber, { n: at + 1 })}</legend>
      <Choice
        label={partFieldNames.way[language]}
        options={channelWays}
        value={asText(row.way)}
        isFixed={isFixed}
        onChange={(way) => change({ way })}
      />
      <div className="zk-part__field zk-part__field--name">
        <label htmlFor={id}>{partFieldNames.detail[language]}</label>
        <input
          id={id}
          type="text"
          value={asText(row.detail)}
          disabled={isFixed}
          onChange={({ target }) => change({ detail: target.value })}
        />
      </div>
    </fieldset>
  )
}

type Props = FieldsProps & {
  name: string
  /** Of several fields in a block; one alone is named by its block. */
  label?: string
  isLong?: boolean
}

/** A text of a block. */
export function PartField({ fields, change, id: block, isFixed, name, label, isLong }: Props) {
  const id = useId()
  const value = asText(fields[name])
  const common = {
    id,
    value,
    disabled: isFixed,
    'aria-describedby': `${block}-hint`,
    ...(label ? {} : { 'aria-labelledby': `${block}-name` }),
  }
  const onChange = (text: string) => change({ [name]: text })
  return (
    <div className="zk-part__field">
      {label && <label htmlFor={id}>{label}</label>}
      {isLong ? (
        <Grown {...common} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input type="text" {...common} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  )
}

/** As high as what is written in it. */
function Grown(props: React.ComponentProps<'textarea'>) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [props.value])
  return <textarea ref={area} rows={2} {...props} />
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
