import { StayingSignedIn } from '@/components/account/idle/StayingSignedIn'
import { env } from '@/env'
import type { Language } from '@/i18n/language'
import { DeskHeader, type DeskPerson } from './DeskTop'

/** Above the desk's other pages. */
export function DeskPageHeader({ language, person }: { language: Language; person: DeskPerson }) {
  const { id, username, name, idleMinutes, takesNotes } = person
  return (
    <DeskHeader language={language} isDemo={env.isDemo} person={person}>
      <StayingSignedIn
        {...{ language, takesCalls: takesNotes }}
        person={{ id, username, name, idleMinutes }}
      />
    </DeskHeader>
  )
}
