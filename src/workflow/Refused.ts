import { APIError, type PayloadRequest } from 'payload'
import { refusals, type RefusalCode } from '@/access/refusals'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { refusalTexts } from '@/i18n/refusals'
import type { Finding } from './findings/findingsOf'

type Words = { zh: string; en: string }

/** What an answer tells beside its name, as RFC 9457 allows. */
type Members = {
  /** Fields that are missing or wrong. */
  fields?: readonly string[]
  /** The parameter that is wrong. */
  parameter?: string
  /** The latest revision, where the one sent is not. */
  latest?: number
  /** Lines of a file that are wrong, each with what is wrong. */
  rows?: readonly ({ line: number } & Words)[]
  /** What stands out in the text and is to be confirmed by name; numbers of persons are masked. */
  findings?: readonly Finding[]
  /** What is said of a withdrawn text, and the entry its readers are sent to. */
  sentence?: string
  successor?: string | null
}

type Details = Members & {
  /** In other words than the code's own. */
  title?: Words
  detail?: Words
  /** What the code's own words leave open. */
  filled?: Readonly<Record<string, string | number>>
  headers?: Readonly<Record<string, string>>
}

/** A request that is refused: thrown anywhere below it, answered as problem details (RFC 9457). */
export class Refused extends APIError {
  constructor(
    readonly code: RefusalCode,
    readonly details: Details = {},
  ) {
    super(problemOf(code, details, 'zh').detail, refusals[code], { code }, true)
  }
}

/** RFC 9457; `code` is stable, the words are for people. */
export type Problem = Members & {
  type: 'about:blank'
  title: string
  status: number
  code: RefusalCode
  detail: string
}

export function problemOf(code: RefusalCode, details: Details, language: Language): Problem {
  const { title, detail, filled, headers: _, ...members } = details
  const texts = refusalTexts[language][code]
  return {
    type: 'about:blank',
    title: title?.[language] ?? texts.title,
    status: refusals[code],
    code,
    detail:
      detail?.[language] ?? fill(texts.detail, { parameter: details.parameter ?? '', ...filled }),
    ...members,
  }
}

export const languageOfRequest = (req: Pick<PayloadRequest, 'i18n'>): Language =>
  req.i18n?.language === 'en' ? 'en' : 'zh'
