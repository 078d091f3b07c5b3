import type { PayloadRequest } from 'payload'
import type { RefusalCode } from '@/access/refusals'
import { isConflict } from '../isConflict'
import { languageOfRequest, problemOf, Refused, type Problem } from '../Refused'

type ProblemOfItem = Pick<Problem, 'status' | 'detail' | 'fields'> & {
  code: RefusalCode | 'failed'
}

/**
 * What is answered for one of several entries that was refused or failed: an error that is no refusal is logged, and
 * the others go on.
 */
export function problemOfItem(error: unknown, req: PayloadRequest): ProblemOfItem {
  const language = languageOfRequest(req)
  if (error instanceof Refused) {
    const { status, code, detail, fields } = problemOf(error.code, error.details, language)
    return { status, code, detail, ...(fields ? { fields } : {}) }
  }
  if (isBusy(error)) {
    const { status, code, detail } = problemOf('busy', {}, language)
    return { status, code, detail }
  }
  req.payload.logger.error({ err: error, msg: 'A step of several failed.' })
  return { status: 500, code: 'failed', detail: failed[language] }
}

const failed = {
  zh: '系统出了问题，这一条没有办理；请稍后再试。',
  en: 'Something went wrong with this one; please try again later.',
}

/** The write gate's queue is full, or a replica set undid what met another write. */
const isBusy = (error: unknown): boolean =>
  isConflict(error) || (error as { status?: number } | null)?.status === 503
