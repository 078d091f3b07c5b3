import type { Library } from '@/access/rules'

const keyOf = (library: string) => `zhiku-list ${library}`

/** How a list is narrowed, ordered and paged now, in this window; `search` as an address has it, `?` first. */
export function keepListAddress(library: Library, search: string): void {
  try {
    window.sessionStorage.setItem(keyOf(library), search)
  } catch {
    // A browser that keeps nothing: the way back leads to the whole list.
  }
}

/** The list as it was left, or the whole one. */
export function listAddress(library: string): string {
  const kept = keptSearch(library)
  return kept === null ? wholeList(library, null) : `/admin/collections/${library}${kept}`
}

/** The whole list, of one kind where notices of a kind are written, what was changed last on top. */
export const wholeList = (library: string, kind: string | null): string =>
  `/admin/collections/${library}?${new URLSearchParams({ ...(kind && { kind }), sort: '-updatedAt' })}`

/** Whoever goes on from the first page or the inbox left no list; the next way back leads to the whole one. */
export function forgetListAddress(library: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(library))
  } catch {
    // Nothing was kept.
  }
}

function keptSearch(library: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(library))
  } catch {
    return null
  }
}
