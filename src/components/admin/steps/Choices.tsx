'use client'

import { useId } from 'react'

type Props<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: Value | null
  onChoose: (value: Value) => void
}

/** One of several, as radio buttons. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { legend, options, chosen, onChoose } = props
  const name = useId()
  return (
    <fieldset className="zk-choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
