import type { Payload } from 'payload'
import { themesIn } from '../themes/themesOf'
import type { Difference } from './differenceOf'

/** What differs, with themes by what they are called now. */
export const withThemes = (
  payload: Payload,
  difference: readonly Difference[],
): Promise<Difference[]> =>
  Promise.all(
    difference.map(async (one) =>
      one.field === 'themes'
        ? {
            ...one,
            before: await themesIn(payload, one.before),
            after: await themesIn(payload, one.after),
          }
        : one,
    ),
  )
