import { useCallback, useEffect, useState } from 'react'

export type Say = (words: string) => void

/** What was just done, and how it is taken back. */
export type Offered = { words: string; undo: () => void }
export type Offer = (offered: Offered) => void

/** How long a message stays, in milliseconds. */
const shownFor = 3_000
/** How long what was just done can be taken back, in seconds. */
export const undoneWithin = 10

/** What the desk says of what was just done, for a moment; what can be taken back stays as long as it can, the last first. */
export function useSaid() {
  const [said, setSaid] = useState<{ words: string } | null>(null)
  const [offers, setOffers] = useState<readonly Offered[]>([])
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), shownFor)
    return () => clearTimeout(timer)
  }, [said])
  const say = useCallback<Say>((words) => setSaid({ words }), [])
  const end = (offered: Offered) => setOffers((now) => now.filter((one) => one !== offered))
  const offer = useCallback<Offer>((made) => {
    setSaid(null)
    setOffers((now) => [...now, made])
    setTimeout(() => end(made), undoneWithin * 1000)
  }, [])
  const last = offers.at(-1)
  const undo = () => {
    if (!last) return
    end(last)
    last.undo()
  }
  return {
    said: said?.words ?? '',
    offered: last?.words ?? '',
    say,
    offer,
    undo: last ? undo : null,
  }
}
