'use client'

import { useId } from 'react'

type ChoicesProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: Value | null
  onChoose: (value: Value) => void
}

/** One of several, as radio buttons. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
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

type ReasonProps = {
  label: string
  value: string
  isMissing: boolean
  onChange: (value: string) => void
}

/** 原因, or a sentence for readers, of at most as many characters as the server takes. */
export function ReasonField({ label, value, isMissing, onChange }: ReasonProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="reason"
        rows={4}
        maxLength={500}
        value={value}
        autoFocus
        aria-invalid={isMissing}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}
