import { problemTexts, type FrontProblem } from '@/i18n/refusals'
import type { Language } from '@/i18n/language'

const statuses = {
  badParameter: 400,
  badBody: 400,
  unknownAgent: 400,
  notSignedIn: 401,
  notAllowed: 403,
  crossSite: 403,
  notFound: 404,
  methodNotAllowed: 405,
  tooLarge: 413,
  tooManyRequests: 429,
  internal: 500,
} as const satisfies Record<FrontProblem, number>

type Filled = { parameter?: string; seconds?: number; most?: string; methods?: string }

/** A refusal of the lean path: thrown where it is found, answered as problem details. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number

  constructor(
    readonly code: FrontProblem,
    readonly filled: Filled = {},
    readonly headers: Record<string, string> = {},
    /** Further members of the answer, as RFC 9457 allows. */
    readonly members: object = {},
  ) {
    super(code)
    this.status = statuses[code]
  }
}

/** RFC 9457; `code` is stable, the words are for people. */
export type ProblemDetails = {
  type: string
  title: string
  status: number
  code: FrontProblem
  detail: string
  parameter?: string
}

export function problemDetails(problem: Problem, language: Language): ProblemDetails {
  const { title, detail } = problemTexts[language][problem.code]
  const { parameter, seconds, most, methods } = problem.filled
  return {
    type: 'about:blank',
    title,
    status: problem.status,
    code: problem.code,
    detail: detail
      .replace('{parameter}', parameter ?? '')
      .replace('{methods}', methods ?? '')
      .replace('{seconds}', String(seconds ?? ''))
      .replace('{most}', most ?? ''),
    ...(parameter ? { parameter } : {}),
    ...problem.members,
  }
}
