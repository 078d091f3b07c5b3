'use client'

import { useId } from 'react'

type Props = {
  label: string
  value: string
  isMissing: boolean
  onChange: (value: string) => void
}

/** 原因, or a sentence for readers, of at most as many characters as the server takes. */
export function ReasonField({ label, value, isMissing, onChange }: Props) {
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
