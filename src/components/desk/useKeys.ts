import { useEffect, type RefObject } from 'react'

type Keys = {
  box: RefObject<HTMLInputElement | null>
  list: RefObject<HTMLElement | null>
  onCopy: (() => void) | null
  onCopyAnswer: (() => void) | null
  onBack: () => void
}

/** The desk without a mouse. Single letters only work outside fields one types in. */
export function useKeys({ box, list, onCopy, onCopyAnswer, onBack }: Keys) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // What the suggestions took is theirs.
      if (event.isComposing || event.altKey || event.defaultPrevented) return
      const target = event.target as HTMLElement
      const isTyping = target.matches('input, select, textarea')
      const isControl = event.ctrlKey || event.metaKey
      if (isControl) {
        if (event.key === 'c' && target === box.current && isNothingSelected(box.current))
          onCopy?.()
        return
      }
      if (event.key === 'Escape') {
        onBack()
        return
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1
        if (moveFocus(step, target, box.current, list.current)) event.preventDefault()
        return
      }
      if (isTyping) return
      if (event.key === '/') {
        event.preventDefault()
        box.current?.focus()
        box.current?.select()
      } else if (event.key === 'c' && onCopy) {
        event.preventDefault()
        onCopy()
      } else if (event.key === 'a' && onCopyAnswer) {
        event.preventDefault()
        onCopyAnswer()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [box, list, onCopy, onCopyAnswer, onBack])
}

const isNothingSelected = (box: HTMLInputElement) =>
  box.selectionStart === box.selectionEnd && !document.getSelection()?.toString()

/** From the box down into the hits, along them, and from the first up into the box again. */
function moveFocus(
  step: number,
  target: HTMLElement,
  box: HTMLInputElement | null,
  list: HTMLElement | null,
): boolean {
  const hits = [...(list?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
  const at = hits.indexOf(target)
  if (target !== box && at < 0) return false
  const next =
    target === box
      ? step > 0
        ? hits[0]
        : undefined
      : (hits[at + step] ?? (step < 0 ? box : undefined))
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return true
}
