'use client'

import { useAuth } from '@payloadcms/ui'
import { useStayingSignedIn } from '@/components/account/idle/useStayingSignedIn'
import type { Sitting } from '@/components/account/idle/lockedTab'
import { at } from '@/base'
import { useTexts } from './useTexts'

type Props = { person: Sitting & { idleMinutes: number | null } }

/** The admin locks like the desk. Payload (3.90) counts its own time to the end of the session: it is told. */
export function StayingSignedIn({ person }: Props) {
  const { setUser } = useAuth()
  const { language } = useTexts()
  const renew = async () => {
    const answer = await fetch(at('/api/users/refresh-token'), { method: 'POST' }).catch(() => null)
    if (answer?.ok) setUser((await answer.json()) as Parameters<typeof setUser>[0])
  }
  useStayingSignedIn({ language, person, renew })
  return null
}
