import { useLayoutEffect, useRef, type SyntheticEvent } from 'react'

/**
 * For a dialog of the browser's own that is open as long as it is there: focus stays inside and begins at what is marked
 * `data-usual`, if something is.
 * @param onClose what Escape does
 */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  // Closed before it is gone: the focus goes back to where it was.
  useLayoutEffect(() => {
    const opened = ref.current
    opened?.showModal()
    opened?.querySelector<HTMLElement>('[data-usual]')?.focus()
    return () => opened?.close()
  }, [])
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return { ref, onCancel }
}
