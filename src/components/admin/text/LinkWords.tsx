'use client'

import { useEffect } from 'react'
import { useEditorTexts } from './useEditorTexts'

/**
 * Payload 3.90 has a few names for those who hear the page in English only, without a word of its translations
 * to put in their place: of the small window at a link, and of the menu that “/” opens.
 */
export function LinkWords() {
  const { words } = useEditorTexts()
  useEffect(() => {
    const names: [string, string][] = [
      ['Edit link', words.editLink],
      ['Remove link', words.removeLink],
      ['Slash menu', words.menu],
    ]
    const rename = () => {
      for (const [name, own] of names) {
        // In English they may be the same: putting in what stands there would be noticed for ever.
        if (name === own) continue
        for (const element of document.querySelectorAll(`[aria-label="${name}"]`)) {
          element.setAttribute('aria-label', own)
        }
      }
    }
    const watch = new MutationObserver(rename)
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['aria-label'],
    })
    return () => watch.disconnect()
  }, [words])
  return null
}
