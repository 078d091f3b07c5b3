import { once } from '@/once'
import { forgetKept } from '@/tables/keptFor'

/** How often they were forgotten: what stays open asks by it whether its session still holds. */
export const forgotten = once('sessionsForgotten', () => ({ times: 0 }))

/**
 * Every write to people, keys or delegations ends with this: a right that was given or taken counts with the
 * next request, as what the lean path kept of sessions for a few seconds is dropped.
 */
export function forgetSessions(): void {
  forgetKept('sessions')
  forgotten.times += 1
}
