import { useCallback, useEffect, useRef } from 'react'
import { undoneWithin } from './useSaid'

/**
 * Does something when it can no longer be taken back: once the time is over, where another follows it, or where the page
 * is left, whatever comes first. What is returned takes it back; false where it is done already.
 */
export function useHeld() {
  const held = useRef<(() => void) | null>(null)
  useEffect(() => {
    const doNow = () => held.current?.()
    window.addEventListener('pagehide', doNow)
    return () => {
      window.removeEventListener('pagehide', doNow)
      doNow()
    }
  }, [])
  return useCallback((act: () => void) => {
    held.current?.()
    const now = () => {
      end()
      act()
    }
    const timer = setTimeout(now, undoneWithin * 1000)
    const end = () => {
      clearTimeout(timer)
      held.current = null
    }
    held.current = now
    return (): boolean => {
      const isHeld = held.current === now
      if (isHeld) end()
      return isHeld
    }
  }, [])
}
