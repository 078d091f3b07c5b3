import { noCalls, type Calls } from './calls'

/**
 * Calls outlive a reload and end with the tab: they stand in its own store, which is never sent anywhere. Signing out
 * forgets them, and so does another person who signs in.
 */
const place = 'zhiku-calls'

type Kept = { person: string; calls: Calls }

let kept: Kept | null = null
const listeners = new Set<() => void>()

/** The calls of this person; the same object until something changes. */
export function callsOf(person: string): Calls {
  if (kept?.person !== person) kept = { person, calls: read(person) }
  return kept.calls
}

export function changeCalls(person: string, change: (now: Calls) => Calls): void {
  const before = callsOf(person)
  const calls = change(before)
  if (calls === before) return
  kept = { person, calls }
  try {
    if (calls.calls.length === 0) window.sessionStorage.removeItem(place)
    else window.sessionStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing, or is full: they last as long as the page.
  }
  for (const listener of listeners) listener()
}

export function listenToCalls(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whoever signs out leaves nothing of a caller behind. */
export function forgetCalls(): void {
  kept = null
  try {
    window.sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}

function read(person: string): Calls {
  try {
    const stored = JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as Kept | null
    if (stored?.person === person) return stored.calls
  } catch {
    // Nothing that can be read.
  }
  forgetCalls()
  return noCalls
}
