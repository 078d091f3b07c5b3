import {
  AuthenticationError,
  Forbidden,
  NotFound,
  QueryError,
  ValidationError,
  type AfterErrorHook,
} from 'payload'
import { actorOf } from '@/access/actor'
import type { RefusalCode } from '@/access/rules'
import { isConflict } from '@/workflow/isConflict'
import { languageOfRequest, problemOf, Refused } from '@/workflow/Refused'

/**
 * What Payload's own REST refuses is told as problem details too: `errors` stays for the admin, `title`,
 * `status`, `code` and `detail` are those of RFC 9457.
 */
export const describeProblem: AfterErrorHook = ({ error, req, result }) => {
  const language = languageOfRequest(req)
  if (error instanceof Refused) {
    const problem = problemOf(error.code, error.details, language)
    const shown = { message: problem.detail, name: 'Refused', data: { code: problem.code } }
    return { status: problem.status, response: { ...problem, errors: [shown] } }
  }
  if (error instanceof ValidationError) {
    const errors = (error.data as { errors?: { path: string; message: string }[] })?.errors ?? []
    const fields = errors.map(({ path }) => path)
    const problem = problemOf('invalid', { fields }, language)
    const detail = errors.map(({ message }) => message).join(' ') || problem.detail
    return { status: 400, response: { ...problem, detail, ...result } }
  }
  if (error instanceof AuthenticationError) {
    const problem = problemOf('notSignedIn', wrongPassword, language)
    return { status: 401, response: { ...problem, errors: [{ message: problem.detail }] } }
  }
  // `where=a` is read as JSON before any hook could look at it.
  const isBadQuery = error instanceof SyntaxError && typeof req.query?.where === 'string'
  const code = isBadQuery ? 'invalid' : codeOf(error, actorOf(req.user) !== null)
  if (!code) return
  const problem = problemOf(code, {}, language)
  return { status: problem.status, response: { ...problem, ...result } }
}

/** The same words whether the account exists or not: Payload 3.90 says it differently, which tells who is there. */
const wrongPassword = {
  detail: { zh: '账号或密码不正确。', en: 'The account or the password is wrong.' },
}

/** The contract's name for what Payload refuses by itself; it answers 403 also to those it does not know. */
function codeOf(error: Error, isSignedIn: boolean): RefusalCode | null {
  if (error instanceof Forbidden) return isSignedIn ? 'notAllowed' : 'notSignedIn'
  if (error instanceof NotFound) return 'notFound'
  if (isConflict(error)) return 'busy'
  return error instanceof QueryError ? 'invalid' : null
}
