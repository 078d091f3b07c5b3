import {
  APIError,
  AuthenticationError,
  Forbidden,
  ValidationError,
  type AfterErrorHook,
  type PayloadRequest,
} from 'payload'
import { actorOf } from '@/access/actor'
import { refusals, type RefusalCode } from '@/access/refusals'
import { isConflict } from '@/workflow/inTransaction'
import { languageOfRequest, problemOf, Refused } from '@/workflow/Refused'

/**
 * What Payload's own REST refuses is told as problem details too: `title`, `status`, `code` and `detail` are
 * those of RFC 9457, `errors` says the same to the admin's forms.
 */
export const describeProblem: AfterErrorHook = ({ error, req }) => {
  const language = languageOfRequest(req)
  if (error instanceof ValidationError) {
    const errors = (error.data as { errors?: { path: string; message: string }[] })?.errors ?? []
    const fields = errors.map(({ path }) => path)
    const problem = problemOf('invalid', { fields }, language)
    const detail = errors.map(({ message }) => message).join(' ') || problem.detail
    // By field, so that the form shows each where it stands: Payload 3.90 leaves that out once bundled.
    const shown = { name: 'ValidationError', message: detail, data: { errors } }
    return { status: 400, response: { ...problem, detail, errors: [shown] } }
  }
  const { code, details } =
    error instanceof Refused ? error : { code: codeOf(error, req), details: {} }
  const problem = problemOf(code, details, language)
  const shown = { message: problem.detail, name: error.name, data: { code } }
  return { status: problem.status, response: { ...problem, errors: [shown] } }
}

/** The contract's name for what Payload and the databases refuse by themselves, in words of their own. */
function codeOf(error: Error, req: PayloadRequest): RefusalCode {
  const isSignedIn = actorOf(req.user) !== null
  // It answers 403 also to those it does not know.
  if (error instanceof Forbidden) return isSignedIn ? 'notAllowed' : 'notSignedIn'
  if (error instanceof AuthenticationError) return 'notSignedIn'
  if (isConflict(error)) return 'busy'
  if (!(error instanceof APIError)) return 'internal'
  const named = (error.data as { code?: unknown } | null)?.code
  if (typeof named === 'string' && named in refusals) return named as RefusalCode
  return byStatus.get(error.status) ?? 'internal'
}

const byStatus = new Map<number, RefusalCode>([
  [400, 'invalid'],
  [401, 'notSignedIn'],
  [403, 'notAllowed'],
  [404, 'notFound'],
  [409, 'changedMeanwhile'],
  [423, 'busy'],
])
