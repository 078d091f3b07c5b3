import { dashboardTexts } from '@/i18n/adminPages'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { workingDaysBetween } from '@/workflow/workingDays'

/** How long something has waited, in working days and in words. */
export function waitedFor(since: string, language: Language): string {
  const texts = dashboardTexts[language]
  const days = workingDaysBetween(new Date(since), new Date())
  return days === 0 ? texts.today : fill(texts.days, { n: days })
}
