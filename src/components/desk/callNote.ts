import type { Language } from '@/i18n/language'
import { phraseTexts } from '@/i18n/phrases'
import type { Entry } from '@/reading/readEntry'
import { fullName } from '@/reading/spoken'

type Called = Pick<Entry, 'unit' | 'contact'>

/** 经三方通话（单位、电话），结果为：, for the result to be added; the unit alone where it publishes no phone. */
export const callNote = (entry: Called): string => phraseTexts.zh.call(calledIn(entry))

/** What is said once it is copied: of whom it is, and what is still to be put right in it. */
export function callCopied(entry: Called, language: Language): string {
  const { callCopied, noPhone, severalPhones } = phraseTexts[language]
  const phones = (entry.contact?.phone ?? '').split(between).filter((phone) => phone.trim() !== '')
  const more = phones.length === 0 ? noPhone : phones.length > 1 ? severalPhones : ''
  return callCopied(calledIn(entry)) + more
}

const calledIn = ({ unit, contact }: Called): string =>
  [fullName(unit), contact?.phone].filter(Boolean).join('、')

/** How units write several phones in one field. */
const between = /[;；\n]+/
