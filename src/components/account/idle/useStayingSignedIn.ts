import { useEffect, useEffectEvent } from 'react'
import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { lastUse, listenToUse, noteLock, noteUse, type Use } from './lastUse'
import { forgetLocked, type Sitting } from './lockedTab'
import { lockTab } from './lockTab'

const minute = 60_000
/** How often a session in use is renewed: seldom where it lasts a shift by itself. In milliseconds. */
const renewedEvery = { locking: minute, never: 10 * minute }
/** Using is noted no more often. */
const notedEvery = 1_000
/** A call counts as use for so long after the last key. */
const longestCall = 60 * minute
/** A tab with a call tells the others this often. */
const callNotedEvery = 30_000

type Given = {
  language: Language
  /** Who sits here; after so many minutes without use it locks, null: never. */
  person: Sitting & { idleMinutes: number | null }
  /** Is somebody on a call here? */
  isOnCall?: boolean
  renew?: () => unknown
}

/**
 * A shift is longer than a session: while desk or admin are in use, the session is renewed. Where the centre wants it, all
 * tabs of the browser lock after some minutes without key or mouse in any of them; and always once somebody signs out or
 * another person signs in.
 */
export function useStayingSignedIn(given: Given): void {
  const { language, person, isOnCall = false, renew = renewSession } = given
  const { id, idleMinutes } = person
  const limit = idleMinutes === null ? null : idleMinutes * minute
  const renewNow = useEffectEvent(() => void renew())
  const lockNow = useEffectEvent(
    (endsSession: boolean) => void lockTab(language, person, endsSession),
  )

  useEffect(() => {
    let isLocked = false
    let notedAt = 0
    // Nobody knows here how long ago a short one was renewed.
    let renewedAt = limit === null ? Date.now() : 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const left = (use: Use | null) => (limit ?? Infinity) - (use ? Date.now() - use.time : 0)
    const lock = (endsSession: boolean) => {
      if (isLocked) return
      isLocked = true
      // A preview within a page of this site goes with that page.
      if (window.frameElement) return
      if (endsSession) noteLock()
      lockNow(endsSession)
    }
    const mustLock = () => {
      const use = limit === null ? null : lastUse()
      if (isOfAnother(use, id)) lock(false)
      else if (left(use) <= 0) lock(true)
      return isLocked
    }
    const look = () => {
      clearTimeout(timer)
      if (limit !== null && !mustLock()) timer = setTimeout(look, left(lastUse()))
    }
    const keep = (now: number) => {
      if (now - renewedAt < (limit === null ? renewedEvery.never : renewedEvery.locking)) return
      renewedAt = now
      renewNow()
    }
    const used = () => {
      const now = Date.now()
      // A clock that is put back counts from there.
      if (Math.abs(now - notedAt) < notedEvery) return
      // Whoever wakes a computer that slept is not yet known to be the same.
      if (mustLock()) return
      notedAt = now
      if (limit !== null) noteUse(id)
      keep(now)
    }
    const heard = (use: Use | null) => {
      // The session is not for this tab to end: it has ended, or is that of another person.
      if (use?.time === 0 || isOfAnother(use, id)) return lock(false)
      look()
      // Use elsewhere is use: this tab counts its own time to the end of the session.
      if (!isLocked) keep(Date.now())
    }
    const stops = [
      listenToUse(heard),
      ...(['keydown', 'pointerdown', 'wheel', 'pointermove'] as const).map((kind) => {
        window.addEventListener(kind, used, { capture: true, passive: true })
        return () => window.removeEventListener(kind, used, { capture: true })
      }),
    ]
    document.addEventListener('visibilitychange', look)
    // Whoever is here has arrived where unlocking led to.
    forgetLocked()
    const before = lastUse()
    if (left(before) <= 0) lock(true)
    else {
      // To load a page is no use, but whoever got one has the session.
      if (limit !== null && before?.person !== id) noteUse(id)
      keep(Date.now())
    }
    look()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      for (const stop of stops) stop()
    }
  }, [id, limit])

  useEffect(() => {
    if (limit === null || !isOnCall) return
    const begun = { at: Date.now() }
    const used = () => {
      begun.at = Date.now()
    }
    const timer = setInterval(() => {
      const use = lastUse()
      const isOver = !use || isOfAnother(use, id) || Date.now() - use.time >= limit
      if (isOver || Date.now() - begun.at >= longestCall) return
      noteUse(id)
      renewNow()
    }, callNotedEvery)
    window.addEventListener('keydown', used, true)
    window.addEventListener('pointerdown', used, true)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', used, true)
      window.removeEventListener('pointerdown', used, true)
    }
  }, [id, limit, isOnCall])
}

/** What an earlier version noted names nobody. */
const isOfAnother = (use: Use | null, id: string): boolean =>
  use !== null && use.person !== '' && use.person !== id

const renewSession = () =>
  fetch(at('/api/users/refresh-token'), { method: 'POST' }).catch(() => undefined)
