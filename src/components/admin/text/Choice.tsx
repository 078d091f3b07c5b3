'use client'

import { useId } from 'react'
import type { Names } from '@/blocks/partFields'
import { useEditorTexts } from './useEditorTexts'

type Props = {
  label: string
  options: Names
  value: string
  isFixed: boolean
  onChange: (value: string | null) => void
}

/** One of a few, or none of them. */
export function Choice({ label, options, value, isFixed, onChange }: Props) {
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
