import { APIError, type PayloadRequest } from 'payload'
import { refusals, type RefusalCode } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { refusalTexts } from '@/i18n/refusals'
import type { Finding } from './findings/findingsOf'

type Details = {
  detail?: { zh: string; en: string }
  fields?: readonly string[]
  latest?: number
  rows?: readonly { line: number; zh: string; en: string }[]
  findings?: readonly Finding[]
}

/** A refused step or save: thrown anywhere below a request, answered as problem details (RFC 9457). */
export class Refused extends APIError {
  constructor(
    readonly code: RefusalCode,
    readonly details: Details = {},
  ) {
    super(problemOf(code, details, 'zh').detail, refusals[code], { code }, true)
  }
}

export type Problem = {
  type: 'about:blank'
  title: string
  status: number
  code: RefusalCode
  detail: string
  /** Fields that are missing or wrong. */
  fields?: readonly string[]
  /** The latest revision, where the one sent is not. */
  latest?: number
  /** Lines of a file that are wrong, each with what is wrong. */
  rows?: readonly { line: number; zh: string; en: string }[]
  /** What stands out in the text and is to be confirmed by name; numbers of persons are masked. */
  findings?: readonly Finding[]
}

export function problemOf(code: RefusalCode, details: Details, language: Language): Problem {
  const texts = refusalTexts[language][code]
  return {
    type: 'about:blank',
    title: texts.title,
    status: refusals[code],
    code,
    detail: details.detail?.[language] ?? texts.detail,
    ...(details.fields ? { fields: details.fields } : {}),
    ...(details.latest === undefined ? {} : { latest: details.latest }),
    ...(details.rows ? { rows: details.rows } : {}),
    ...(details.findings ? { findings: details.findings } : {}),
  }
}

export const languageOfRequest = (req: Pick<PayloadRequest, 'i18n'>): Language =>
  req.i18n?.language === 'en' ? 'en' : 'zh'
