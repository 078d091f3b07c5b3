'use client'

import { useStayingSignedIn } from './useStayingSignedIn'

/** On a page of the desk that is no more than a page. */
export function StayingSignedIn(given: Parameters<typeof useStayingSignedIn>[0]) {
  useStayingSignedIn(given)
  return null
}
