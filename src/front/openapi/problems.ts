import { isAtTheDoor, refusals, type RefusalCode } from '@/access/refusals'
import { readingTexts } from '@/i18n/refusals'
import { problemOf, type Problem, type Refused } from '@/workflow/Refused'

const codes = Object.keys(refusals) as RefusalCode[]

/** Refusals of the lean path beside those at the door. */
const ofReading: readonly RefusalCode[] = ['notSignedIn', 'notAllowed', 'notFound', 'internal']

const told: Partial<Record<RefusalCode, Refused['details']>> = {
  ...readingTexts,
  badParameter: { parameter: 'cursor' },
  tooLarge: { filled: { most: '5 MB' } },
  methodNotAllowed: { filled: { methods: 'GET、HEAD' } },
  tooManyRequests: { filled: { seconds: 12 } },
}

/** One refusal of each kind, as the lean path gives it. */
export const problemsOfReading: readonly Problem[] = codes
  .filter((code) => isAtTheDoor(code) || ofReading.includes(code))
  .map((code) => problemOf(code, told[code] ?? {}, 'zh'))

/** The same of steps and working copies; too many requests of a key are refused before them. */
export const problemsOfSteps: readonly Problem[] = [
  ...codes.filter((code) => !isAtTheDoor(code)).map((code) => problemOf(code, {}, 'zh')),
  ...problemsOfReading.filter(({ status }) => status === 429),
]
