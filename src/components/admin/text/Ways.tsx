'use client'

import { useId } from 'react'
import { channelWays, partFieldNames } from '@/blocks/partFields'
import { fill } from '@/i18n/adminTexts'
import { Choice, Rows, type Row } from './Rows'
import type { FieldsProps } from './Part'
import { asText } from './PartField'
import { useEditorTexts } from './useEditorTexts'

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
