'use client'

import { useEffect, useMemo } from 'react'
import { useTexts } from './useTexts'

/**
 * Payload 3.90 has a few names for those who hear the page in English only, without a word of its translations
 * to put in their place. Each of these is called by our own as soon as it is there; `names` must stay the same list.
 */
export function useOwnNames(names: readonly (readonly [theirs: string, own: string])[]): void {
  useEffect(() => {
    const rename = () => {
      for (const [name, own] of names) {
        // In English they may be the same: putting in what stands there would be noticed for ever.
        if (name === own) continue
        for (const element of document.querySelectorAll(`[aria-label="${name}"]`)) {
          element.setAttribute('aria-label', own)
        }
      }
    }
    rename()
    const watch = new MutationObserver(rename)
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['aria-label'],
    })
    return () => watch.disconnect()
  }, [names])
}

/** On every page of the admin: the short notices of what was done. */
export function ToastNames() {
  const { texts } = useTexts()
  const names = useMemo(
    () =>
      [
        ['Notifications alt+T', texts.toasts],
        ['Close toast', texts.closeToast],
      ] as const,
    [texts],
  )
  useOwnNames(names)
  return null
}
