/** How much of the pane is seen again after a page. */
const kept = 0.1

/**
 * Keys by which an open entry is read from anywhere at the desk: pages of it, and the ways into and out of it. Answers
 * whether the key was one. Inside the pane the browser scrolls as it always does.
 */
export function paneKey(event: KeyboardEvent, target: HTMLElement): boolean {
  const pane = document.querySelector<HTMLElement>('.desk[data-entry] .desk-entry')
  if (!pane) return false
  if (pane.contains(target)) return event.key === 'ArrowLeft' && target === pane && toHit()
  const isHit = target.matches('[data-hit]')
  if (event.key === 'ArrowRight' && isHit) {
    pane.focus({ preventScroll: true })
    return true
  }
  const isSpace = event.key === ' ' && (isHit || target === document.body)
  const isUp = event.key === 'PageUp' || (isSpace && event.shiftKey)
  const isPage = isUp || event.key === 'PageDown' || isSpace
  // On a narrow screen the page scrolls, and in a list of choices its own lines do.
  if (!isPage || target.matches('select, textarea') || pane.scrollHeight <= pane.clientHeight)
    return false
  pane.scrollBy({ top: (isUp ? -1 : 1) * (1 - kept) * pane.clientHeight })
  return true
}

/** Back to the hit that is open, where it is in the list. */
function toHit(): boolean {
  const hit = document.querySelector<HTMLElement>('[data-hit][aria-current]')
  hit?.focus()
  return hit !== null
}
