'use client'

import { useEffect, useEffectEvent, useId, useState } from 'react'
import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'
import { signOutTexts } from '@/i18n/signOut'
import { forgetCalls } from '../desk/callStore'
import { doHeld } from '../desk/held'
import { forgetUnsent, forgetWriting, unsentOf } from '../desk/unsentReports'
import { forgetDrafts } from '../drafts'
import { useModal } from '../useModal'
import { noteLock } from './idle/lastUse'
import { forgetLocked } from './idle/lockedTab'
import { leaveTab } from './idle/lockTab'

type Props = {
  language: Language
  /** Who signs out; null where their session has ended already. */
  person: string | null
}

/** The button that signs out. */
export function SignOut({ language, person }: Props) {
  const { begin, asking } = useLeaving({ language, person, onStay: () => undefined })
  return (
    <>
      <button type="button" className="plain" onClick={() => void begin()}>
        {accountTexts[language].signOut}
      </button>
      {asking}
    </>
  )
}

/** Ends the session as soon as the page is there. */
export function SigningOut(props: Props) {
  const onStay = () => window.location.replace(at('/desk'))
  const { begin, asking } = useLeaving({ ...props, onStay })
  const arrive = useEffectEvent(() => void begin())
  useEffect(() => arrive(), [])
  return asking
}

/** Whoever signs out has done what they meant to do, and is asked where words of theirs would go with it. */
function useLeaving({ language, person, onStay }: Props & { onStay: () => void }) {
  const [unsent, setUnsent] = useState(0)
  const begin = async () => {
    await doHeld()
    const { length } = person === null ? [] : unsentOf(person)
    if (length > 0) setUnsent(length)
    else await leave(language, person)
  }
  const stay = () => {
    setUnsent(0)
    onStay()
  }
  const asking = unsent > 0 && (
    <Asking {...{ language, unsent }} onStay={stay} onLeave={() => void leave(language, person)} />
  )
  return { begin, asking }
}

/** Tells the other tabs first, and leaves nothing on screen nor in this browser, also where no server answers. */
async function leave(language: Language, person: string | null): Promise<void> {
  noteLock()
  if (person !== null) forgetDrafts(person)
  forgetCalls()
  forgetUnsent()
  forgetWriting()
  forgetLocked()
  await leaveTab(language)
}

type AskingProps = {
  language: Language
  unsent: number
  onStay: () => void
  onLeave: () => void
}

function Asking({ language, unsent, onStay, onLeave }: AskingProps) {
  const texts = signOutTexts[language]
  const modal = useModal(onStay)
  const id = useId()
  return (
    <dialog {...modal} className="signing-out" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.ask}</h2>
      <p>{texts.unsent(unsent)}</p>
      <p>
        <button type="button" className="button" data-usual="" onClick={onStay}>
          {texts.stay}
        </button>{' '}
        <button type="button" className="plain" onClick={onLeave}>
          {texts.leave}
        </button>
      </p>
    </dialog>
  )
}
