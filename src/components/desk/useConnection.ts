import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'

/** The first pause before another attempt, each next one twice as long; in milliseconds. */
const shortest = 1_000
const longest = 30_000

function listen(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/**
 * Is the server out of reach? While what was asked got no answer it is asked again, sooner at first, and at once when the
 * browser has its network back.
 */
export function useConnection(isFailing: boolean, onRetry: () => void): boolean {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
  const retry = useEffectEvent(onRetry)
  /** How often it was tried since it was reached last. */
  const attempts = useRef(0)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (!isFailing) {
      attempts.current = 0
      return
    }
    const again = () => {
      attempts.current += 1
      setRound((count) => count + 1)
      retry()
    }
    const timer = setTimeout(again, Math.min(longest, shortest * 2 ** attempts.current))
    window.addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [isFailing, round])
  return isFailing || !isOnline
}
