import { useEffect } from 'react'
import { at } from '@/base'

/** In milliseconds. */
const often = 10 * 60_000

/** A shift is longer than a session: while the desk is in use, the session is renewed. */
export function useStayingSignedIn() {
  useEffect(() => {
    let isUsed = true
    const used = () => {
      isUsed = true
    }
    const timer = setInterval(() => {
      if (!isUsed) return
      isUsed = false
      void fetch(at('/api/users/refresh-token'), { method: 'POST' }).catch(() => undefined)
    }, often)
    document.addEventListener('keydown', used)
    document.addEventListener('pointerdown', used)
    return () => {
      clearInterval(timer)
      document.removeEventListener('keydown', used)
      document.removeEventListener('pointerdown', used)
    }
  }, [])
}
