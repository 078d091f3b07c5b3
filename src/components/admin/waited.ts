import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'

const day = 24 * 60 * 60 * 1000

/** How long something has waited, in words. */
export function waitedFor(since: string, language: Language): string {
  const texts = dashboardTexts[language]
  const days = Math.floor((Date.now() - Date.parse(since)) / day)
  return days === 0 ? texts.today : fill(texts.days, { n: days })
}
