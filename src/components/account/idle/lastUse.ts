const place = 'zhiku-used'
/** Where the browser keeps nothing, each tab counts for itself. */
let own = ''

/** When, by this browser's own clock in milliseconds, and who; 0 and nobody once a tab has locked. */
export type Use = { time: number; person: string }

/** When a key or the mouse was used last in any tab of this browser. Null where nobody has worked here yet. */
export function lastUse(): Use | null {
  const [time = '', person = ''] = kept().split(' ')
  return time === '' ? null : { time: Number(time), person }
}

function kept(): string {
  try {
    return window.localStorage.getItem(place) ?? ''
  } catch {
    return own
  }
}

export const noteUse = (person: string): void => put(`${Date.now()} ${person}`)

/** Tells the other tabs to lock too. */
export const noteLock = (): void => put('0')

function put(use: string): void {
  own = use
  try {
    window.localStorage.setItem(place, use)
  } catch {
    // It keeps nothing.
  }
}

/** Hears what other tabs note, with what is so by now. */
export function listenToUse(heard: (use: Use | null) => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === place) heard(lastUse())
  }
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
