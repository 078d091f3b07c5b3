/**
 * What somebody wrote and did not save, in this browser alone: for each person and entry one text. Saving,
 * discarding and signing out remove it; it is never sent anywhere.
 */
export type Draft = {
  /** When it was written. */
  at: string
  /** The revision it was begun from; null for a new entry. */
  startedFrom: number | null
  /** The fields of the form by their paths. */
  fields: Readonly<Record<string, unknown>>
}

const prefix = 'zhiku-draft '

type Whose = { person: string; library: string; entry: string }

const keyOf = ({ person, library, entry }: Whose) => `${prefix}${person} ${library} ${entry}`

export function keepDraft(whose: Whose, draft: Draft): void {
  try {
    window.localStorage.setItem(keyOf(whose), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing, or is full: the text is on the page all the same.
  }
}

export function draftOf(whose: Whose): Draft | null {
  try {
    const kept = window.localStorage.getItem(keyOf(whose))
    return kept === null ? null : (JSON.parse(kept) as Draft)
  } catch {
    return null
  }
}

export function forgetDraft(whose: Whose): void {
  try {
    window.localStorage.removeItem(keyOf(whose))
  } catch {
    // Nothing was kept.
  }
}

/** Whoever signs out leaves nothing behind; what others wrote here is theirs. */
export function forgetDrafts(person: string): void {
  try {
    const own = `${prefix}${person} `
    const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(own))
    for (const key of keys) window.localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
