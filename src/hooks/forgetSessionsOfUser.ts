import { forgetSessions } from '@/workflow/forgetSessions'

/** A changed account counts at once. */
export const forgetSessionsOfUser = (): void => forgetSessions()
