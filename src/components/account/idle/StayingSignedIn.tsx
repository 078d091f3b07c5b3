'use client'

import { useSyncExternalStore } from 'react'
import { callsOf, listenToCalls } from '../../desk/callStore'
import { useStayingSignedIn } from './useStayingSignedIn'

type Given = Parameters<typeof useStayingSignedIn>[0] & {
  /** Those who take calls may be on one here too. */
  takesCalls: boolean
}

/** On a page of the desk that is no more than a page. */
export function StayingSignedIn({ takesCalls, ...given }: Given) {
  const isOnCall = useSyncExternalStore(
    listenToCalls,
    () => takesCalls && callsOf(given.person.id).active !== null,
    () => false,
  )
  useStayingSignedIn({ ...given, isOnCall })
  return null
}
