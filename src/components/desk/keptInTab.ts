type Kept<T> = { person: string; value: T }

/**
 * What one person has at the desk that outlives a reload and ends with the tab: it stands in its own store, which is never
 * sent anywhere. Signing out forgets it, and so does another person who signs in.
 */
export function keptInTab<T extends object>(place: string, none: T, isNone: (value: T) => boolean) {
  let kept: Kept<T> | null = null
  const listeners = new Set<() => void>()

  /** The same object until something changes. */
  function of(person: string): T {
    if (kept?.person !== person) kept = { person, value: read(person) }
    return kept.value
  }

  function change(person: string, changed: (now: T) => T): void {
    const before = of(person)
    const value = changed(before)
    if (value === before) return
    kept = { person, value }
    try {
      if (isNone(value)) window.sessionStorage.removeItem(place)
      else window.sessionStorage.setItem(place, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing, or is full: it lasts as long as the page.
    }
    for (const listener of listeners) listener()
  }

  function listen(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function forget(): void {
    kept = null
    try {
      window.sessionStorage.removeItem(place)
    } catch {
      // Nothing was kept.
    }
  }

  function read(person: string): T {
    try {
      const stored = JSON.parse(window.sessionStorage.getItem(place) ?? 'null') as Kept<T> | null
      // A tab may live through an upgrade: what is of another shape is nothing.
      if (stored?.person === person && stored.value) return stored.value
    } catch {
      // Nothing that can be read.
    }
    forget()
    return none
  }

  return { of, change, listen, forget }
}
