'use client'

import { entryPageTexts } from '@/i18n/entryPage'
import type { Language } from '@/i18n/language'
import { useIsAlive } from './useIsAlive'

/** The browser's own printing, for those who do not know where it is. */
export function PrintButton({ language }: { language: Language }) {
  if (!useIsAlive()) return null
  return (
    <button type="button" className="tool" onClick={() => window.print()}>
      {entryPageTexts[language].print}
    </button>
  )
}
