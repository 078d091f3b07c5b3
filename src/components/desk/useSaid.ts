import { useCallback, useEffect, useState } from 'react'

export type Say = (words: string) => void

/** How long a message stays, in milliseconds. */
const shownFor = 3_000

/** What the desk says of what was just done, for a moment. */
export function useSaid(): { said: string; say: Say } {
  const [said, setSaid] = useState<{ words: string } | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), shownFor)
    return () => clearTimeout(timer)
  }, [said])
  const say = useCallback((words: string) => setSaid({ words }), [])
  return { said: said?.words ?? '', say }
}
