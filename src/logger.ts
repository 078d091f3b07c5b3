import { defaultLoggerOptions, type Config } from 'payload'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'

type Refusal = Error & { status?: number }

/** What refuses is an answer, not an incident; what fails is, and has another status or none. */
const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'status' in error && Number(error.status) < 500

/**
 * Payload's log: a refusal is one line for those who look closely (debug); no line holds a number of a person, nor
 * what else hangs on an error.
 */
export const logger: Config['logger'] = {
  options: {
    hooks: {
      logMethod([first, ...rest], log) {
        const given = first
        const error = given instanceof Error ? given : (given as { err?: unknown } | null)?.err
        if (isRefusal(error)) {
          this.debug(`${error.name} ${error.status}: ${withoutNumbers(error.message)}`)
          return
        }
        log.apply(this, [discreetly(given), ...rest.map(masked)] as Parameters<typeof log>)
      },
    },
  },
  // Payload's own, for people.
  destination: defaultLoggerOptions,
}

/** Handed to `logger` whole, which tells refusals from failures; Payload's own levels leave their words alone. */
export const loggingLevels: Config['loggingLevels'] = Object.fromEntries(
  ['Forbidden', 'Locked', 'MissingFile', 'NotFound', 'ValidationError'].map((name) => [
    name,
    'error',
  ]),
)

function discreetly(given: unknown): unknown {
  if (typeof given === 'string') return masked(given)
  if (given instanceof Error) return { err: plainly(given) }
  if (typeof given !== 'object' || given === null || !('err' in given)) return given
  return { ...given, err: plainly(given.err) }
}

/** Its name, words and places, and nothing that hangs on it. */
function plainly(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '' } = error
  return { type: name, message: withoutNumbers(message), stack: withoutNumbers(stack) }
}

const masked = (given: unknown) => (typeof given === 'string' ? withoutNumbers(given) : given)
