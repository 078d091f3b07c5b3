'use client'

import { useTranslation } from '@payloadcms/ui'
import { adminTexts, type AdminTexts } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'

/** The admin's texts in the language this person chose. */
export function useTexts(): { texts: AdminTexts; language: Language } {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return { texts: adminTexts[language], language }
}
