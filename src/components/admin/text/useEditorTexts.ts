'use client'

import { editorTexts, type EditorTexts } from '@/i18n/writing'
import type { Language } from '@/i18n/language'
import { useTexts } from '../useTexts'

/** What the editor of a text says, in the language this person chose. */
export function useEditorTexts(): { words: EditorTexts; language: Language } {
  const { language } = useTexts()
  return { words: editorTexts[language], language }
}
