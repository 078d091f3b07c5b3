/** Whoever works in a tab. */
export type Sitting = { id: string; username: string; name: string }

/** Who was here when this tab locked, and where: what unlocking leads back to. */
export type LockedTab = Sitting & { address: string }

const place = 'zhiku-locked'

export function keepLocked(locked: LockedTab): void {
  try {
    window.sessionStorage.setItem(place, JSON.stringify(locked))
  } catch {
    // A browser that keeps nothing: one signs in as usual.
  }
}

export function lockedHere(): LockedTab | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as LockedTab | null
  } catch {
    return null
  }
}

export function forgetLocked(): void {
  try {
    window.sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}
