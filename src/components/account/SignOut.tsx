'use client'

import { useEffect } from 'react'
import { forgetDrafts } from '../drafts'

/** The button that signs out. */
export function SignOut({ label }: { label: string }) {
  return (
    <button type="button" className="plain" onClick={() => void leave()}>
      {label}
    </button>
  )
}

/** Ends the session as soon as the page is there. */
export function SigningOut() {
  useEffect(() => {
    void leave()
  }, [])
  return null
}

/** Ends the session on the server, then leaves the page, so that nothing stays on screen. */
async function leave(): Promise<void> {
  forgetDrafts()
  await fetch('/api/users/logout', { method: 'POST' }).catch(() => undefined)
  window.location.replace('/login')
}
