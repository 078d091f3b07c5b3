import { StayingSignedIn } from '@/components/account/idle/StayingSignedIn'
import { env } from '@/env'
import { visitor } from './visitor'

/** On pages beside desk and admin that show what is not public: they lock with them. */
export async function StayingHere() {
  const { person, language } = await visitor()
  if (!person) return null
  const { id, username, name } = person
  return (
    <StayingSignedIn
      {...{ language, takesCalls: false }}
      person={{ id, username, name, idleMinutes: env.idleLock ?? null }}
    />
  )
}
