import { useEffect } from 'react'
import { deskTitle } from './deskTitle'
import type { Language } from '@/i18n/language'

/** The window is called by what is open in it, or by what was asked. */
export function useTitle(language: Language, open: string | null, words: string) {
  const title = deskTitle(language, open, words)
  useEffect(() => {
    document.title = title
  }, [title])
}
