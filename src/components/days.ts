import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }),
}

/** The day an instant falls on in China. */
export const dayOf = (instant: string, language: Language): string =>
  formats[language].format(new Date(instant))

export type Validity = { validFrom?: string | null; validUntil: string | null }

export function validityOf({ validFrom, validUntil }: Validity, language: Language): string {
  const texts = sharedTexts[language]
  if (validFrom && validUntil) {
    return texts.validFromTo(dayOf(validFrom, language), dayOf(validUntil, language))
  }
  if (validUntil) return texts.validUntil(dayOf(validUntil, language))
  return validFrom ? texts.validFrom(dayOf(validFrom, language)) : texts.longTerm
}
