import { useSyncExternalStore } from 'react'

/** Where the entry stands beside the list, as answer.css has it. */
const wide = '(min-width: 901px)'

function listen(onChange: () => void): () => void {
  const screen = window.matchMedia(wide)
  screen.addEventListener('change', onChange)
  return () => screen.removeEventListener('change', onChange)
}

/** Is there room for list and entry side by side? The server, which knows no screen, thinks so. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    listen,
    () => window.matchMedia(wide).matches,
    () => true,
  )
