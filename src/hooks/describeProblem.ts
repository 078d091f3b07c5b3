import { ValidationError, type AfterErrorHook } from 'payload'
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
}
