import { forgetKept } from '@/tables/keptFor'

/**
 * Every write to people, keys or delegations ends with this: a right that was given or taken counts with the
 * next request, as what the lean path kept of sessions for a few seconds is dropped.
 */
export const forgetSessions = (): void => forgetKept('sessions')
