'use client'

import { useId, useLayoutEffect, useRef } from 'react'
import type { FieldsProps } from './Part'

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

export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
