import { useCallback, useEffect, useState } from 'react'

export type Say = (words: string) => void

/** What was just done, and how it is taken back. */
export type Offered = { words: string; undo: () => void }
export type Offer = (offered: Offered) => void

/** How long a message stays, in milliseconds. */
const shownFor = 3_000
/** How long what was just done can be taken back, in seconds. */
export const undoneWithin = 10

/** What the desk says of what was just done, for a moment; what can be taken back stays as long as it can. */
export function useSaid() {
  const [said, setSaid] = useState<{ words: string } | null>(null)
  const [offered, setOffered] = useState<Offered | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), shownFor)
    return () => clearTimeout(timer)
  }, [said])
  useEffect(() => {
    if (!offered) return
    const timer = setTimeout(() => setOffered(null), undoneWithin * 1000)
    return () => clearTimeout(timer)
  }, [offered])
  const say = useCallback<Say>((words) => setSaid({ words }), [])
  const offer = useCallback<Offer>((made) => {
    setSaid(null)
    setOffered(made)
  }, [])
  const undo = () => {
    setOffered(null)
    offered?.undo()
  }
  return {
    said: said?.words ?? '',
    offered: offered?.words ?? '',
    say,
    offer,
    undo: offered && undo,
  }
}
