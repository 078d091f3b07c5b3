import type { CategoryKey } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { categoryNames } from '@/i18n/names'
import { sharedTexts } from '@/i18n/shared'

/** In Chinese a category is called as its node is (a township's is 乡镇详情). */
export function categoryName(
  { key, name }: { key: string; name?: string },
  language: Language,
): string {
  const known = categoryNames[key as CategoryKey] as (typeof categoryNames)[CategoryKey] | undefined
  return (language === 'zh' && name) || known?.[language] || (name ?? key)
}

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }),
}

/** The day an instant falls on in China. */
export const dayOf = (instant: string, language: Language): string =>
  formats[language].format(new Date(instant))

type Validity = { library: string; validFrom?: string | null; validUntil: string | null }

/** Only knowledge has a validity that may be left open; empty of all else that has none. */
export function validityOf(
  { library, validFrom, validUntil }: Validity,
  language: Language,
): string {
  const texts = sharedTexts[language]
  if (validFrom && validUntil) {
    return texts.validFromTo(dayOf(validFrom, language), dayOf(validUntil, language))
  }
  if (validUntil) return texts.validUntil(dayOf(validUntil, language))
  if (validFrom) return texts.validFrom(dayOf(validFrom, language))
  return library === 'knowledge' ? texts.inForce : ''
}
