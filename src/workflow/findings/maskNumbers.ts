import { personalNumbers, type PersonalNumber } from './personalNumbers'

/** The text with the middle of every number of a person hidden: for records, which never change again. */
export const withoutNumbers = (text: string): string =>
  maskNumbers(text, personalNumbers(text)).text

/** Hides these numbers; `ranges` tells where each stands in the masked text, in the same order. */
export function maskNumbers(
  text: string,
  numbers: readonly PersonalNumber[],
): { text: string; ranges: [number, number][] } {
  let masked = ''
  let at = 0
  const ranges = numbers.map((number): [number, number] => {
    masked += text.slice(at, number.from)
    at = number.to
    const from = masked.length
    masked += maskOf(number)
    return [from, masked.length]
  })
  return { text: masked + text.slice(at), ranges }
}

/** 138****5678; of a longer number four digits at each end. */
function maskOf({ kind, digits }: PersonalNumber): string {
  const shown = kind === 'mobileNumber' ? 3 : 4
  return `${digits.slice(0, shown)}${'*'.repeat(digits.length - shown - 4)}${digits.slice(-4)}`
}

/** How records that never change name an entry; a number of a person in its title is masked. */
export const nameOfEntry = ({ number, title }: { number?: string; title?: string }): string =>
  withoutNumbers([number, title].filter(Boolean).join(' '))
