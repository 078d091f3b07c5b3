const place = 'zhiku-used'
/** Where the browser keeps nothing, each tab counts for itself. */
let own = 0

/**
 * When a key or the mouse was used last in any tab of this browser, by its own clock in milliseconds; 0 once one of them
 * has locked. Null where nobody has worked here yet.
 */
export function lastUse(): number | null {
  try {
    const kept = window.localStorage.getItem(place)
    return kept === null ? null : Number(kept)
  } catch {
    return own
  }
}

export const noteUse = (): void => put(Date.now())

/** Tells the other tabs to lock too. */
export const noteLock = (): void => put(0)

function put(time: number): void {
  own = time
  try {
    window.localStorage.setItem(place, String(time))
  } catch {
    // It keeps nothing.
  }
}

/** Hears what other tabs note, with what is so by now. */
export function listenToUse(heard: (time: number | null) => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === place) heard(lastUse())
  }
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
