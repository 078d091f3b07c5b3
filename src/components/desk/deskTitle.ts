import { deskTexts } from '@/i18n/desk'
import { deskScreenTexts } from '@/i18n/deskScreen'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'

/** How the desk is called by the entry that is open, by what was asked, or by itself. */
export function deskTitle(language: Language, open: string | null, words: string): string {
  const { named, asked } = deskScreenTexts[language]
  const own =
    open !== null
      ? named(open)
      : words.trim() !== ''
        ? asked(words.trim())
        : deskTexts[language].title
  return `${own} · ${sharedTexts[language].site}`
}
