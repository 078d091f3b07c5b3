import { undoneWithin } from './useSaid'

/** @param isOver whether it would be refused, with nobody there to hear of it */
type Act = (isOver: boolean) => Promise<void>

const held = new Set<(isOver: boolean) => void>()
const underWay = new Set<Promise<void>>()

/**
 * Does something when it can no longer be taken back: once the time is over, or where the page is left before. What is
 * returned takes it back; false where it is done already.
 */
export function hold(act: Act): () => boolean {
  const now = (isOver: boolean) => {
    end()
    const doing = act(isOver).finally(() => underWay.delete(doing))
    underWay.add(doing)
  }
  const timer = setTimeout(now, undoneWithin * 1000, false)
  const end = () => {
    clearTimeout(timer)
    return held.delete(now)
  }
  held.add(now)
  return end
}

/** Whoever signs out has done what they meant to do: now, while the session still holds. */
export async function doHeld(): Promise<void> {
  for (const now of held) now(false)
  await Promise.all(underWay)
}

/** Where the page is left. */
export function leaveHeld(isOver: boolean): void {
  for (const now of held) now(isOver)
}
