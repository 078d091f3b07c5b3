import { refusals, type RefusalCode } from '@/access/rules'
import { problemTexts, type FrontProblem } from '@/i18n/problems'
import { refusalTexts } from '@/i18n/refusals'
import { Problem, problemDetails } from '../problem'

export type ProblemExample = {
  type: string
  title: string
  status: number
  code: string
  detail: string
}

const filled: Partial<Record<FrontProblem, { parameter?: string; seconds?: number }>> = {
  badParameter: { parameter: 'cursor' },
  tooManyRequests: { seconds: 12 },
}

/** One refusal of each kind, as the lean path gives it. */
export const problemsOfReading: readonly ProblemExample[] = (
  Object.keys(problemTexts.zh) as FrontProblem[]
).map((code) => problemDetails(new Problem(code, filled[code] ?? {}), 'zh'))

/** The same of steps and working copies; too many sign-ins are refused by the lean path. */
export const problemsOfSteps: readonly ProblemExample[] = [
  ...(Object.entries(refusals) as [RefusalCode, number][]).map(([code, status]) => {
    return { type: 'about:blank', ...refusalTexts.zh[code], status, code }
  }),
  ...problemsOfReading.filter(({ status }) => status === 429),
]
