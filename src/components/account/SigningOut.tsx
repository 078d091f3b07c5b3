'use client'

import { useEffect } from 'react'
import { leave } from './leave'

/** Ends the session as soon as the page is there. */
export function SigningOut() {
  useEffect(() => {
    void leave()
  }, [])
  return null
}
