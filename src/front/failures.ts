import { APIError } from 'payload'
import { isConflict } from '@/workflow/inTransaction'
import { Refused } from '@/workflow/Refused'

/** The write gate's own refusals are Payload's errors. */
export function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  const isBusy = error instanceof APIError && error.status === 503
  return new Refused(isBusy || isConflict(error) ? 'busy' : 'internal')
}

/** Addresses hold what callers said, and so do the messages of database errors: only name and place are logged. */
export function whereItFailed(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, places: places?.slice(0, 8).map((line) => line.trim()) }
}
