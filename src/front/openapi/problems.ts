import { refusals, type RefusalCode } from '@/access/rules'
import { problemTexts, refusalTexts, type FrontProblem } from '@/i18n/refusals'
import { Problem, problemDetails } from '../problem'

export type ProblemExample = {
  type: string
  title: string
  status: number
  code: string
  detail: string
}

const filled: Partial<Record<FrontProblem, Problem['filled']>> = {
  badParameter: { parameter: 'cursor' },
  tooLarge: { most: '5 MB' },
  methodNotAllowed: { methods: 'GET、HEAD' },
  tooManyRequests: { seconds: 12 },
}

/** One refusal of each kind, as the lean path gives it. */
export const problemsOfReading: readonly ProblemExample[] = (
  Object.keys(problemTexts.zh) as FrontProblem[]
).map((code) => problemDetails(new Problem(code, filled[code] ?? {}), 'zh'))

/** The same of steps and working copies; too many requests of a key are refused before them. */
export const problemsOfSteps: readonly ProblemExample[] = [
  ...(Object.entries(refusals) as [RefusalCode, number][]).map(([code, status]) => {
    return { type: 'about:blank', ...refusalTexts.zh[code], status, code }
  }),
  ...problemsOfReading.filter(({ status }) => status === 429),
]
