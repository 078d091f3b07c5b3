'use client'

import { useNav, usePreferences } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Payload 3.90 folds the side menu away up to 1440 px; office screens of 1200 px have room for it. */
const wide = 1200

/** Opens the side menu where there is room, unless this person closed it, and gives Payload's landmark its name. */
export function OpenMenu({ name }: { name: string }) {
  const { hydrated, setNavOpen } = useNav()
  const { getPreference } = usePreferences()
  const isDone = useRef(false)
  useEffect(() => {
    if (!hydrated || isDone.current || window.innerWidth < wide) return
    isDone.current = true
    void getPreference<{ open?: boolean }>('nav').then((menu) => setNavOpen(menu?.open ?? true))
  }, [hydrated, getPreference, setNavOpen])
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => here.current?.closest('nav')?.setAttribute('aria-label', name), [name])
  return <span ref={here} hidden />
}
