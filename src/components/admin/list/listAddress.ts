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

/** The list as it was left. */
export function listAddress(library: string): string {
  return `/admin/collections/${library}${keptSearch(library)}`
}

/** The whole list, what was changed last on top. */
export const wholeList = (library: string): string =>
  `/admin/collections/${library}?sort=-updatedAt`

function keptSearch(library: string): string {
  try {
    return window.sessionStorage.getItem(keyOf(library)) ?? ''
  } catch {
    return ''
  }
}
