import { deskTexts } from '@/i18n/desk'
import type { Language } from '@/i18n/language'
import { phraseTexts } from '@/i18n/phrases'
import type { Entry } from '@/reading/readEntry'
import { fullName } from '@/reading/spoken'

type Found = { answer: string; number: string; revision: number }

/** 经查询知识库等，结果为：, of one answer or of all that a caller was answered with. */
export const foundNote = (found: readonly Found[]): string =>
  deskTexts.zh.note(
    found
      .map(({ answer, number, revision }) => deskTexts.zh.result(answer, number, revision))
      .join('；'),
  )

/** 知识库无此内容，转（单位）. */
export const transferNote = (unit: string): string => phraseTexts.zh.transfer(unit)

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

/** The record of a whole call, a line for each note; empty where there is none. */
export const recordOf = (used: readonly Found[], others: readonly string[]): string =>
  [...(used.length > 0 ? [foundNote(used)] : []), ...others].join('\n')

/** How units write several phones in one field. */
const between = /[;；\n]+/
