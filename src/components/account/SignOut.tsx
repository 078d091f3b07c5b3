'use client'

import { leave } from './leave'

/** The button that signs out. */
export function SignOut({ label }: { label: string }) {
  return (
    <button type="button" className="plain" onClick={() => void leave()}>
      {label}
    </button>
  )
}
