import { useEffect, type RefObject } from 'react'
import { paneKey } from './paneKeys'

type Keys = {
  box: RefObject<HTMLInputElement | null>
  list: RefObject<HTMLElement | null>
  /** What single keys do; nothing where a key has no act now. */
  acts: Readonly<Record<string, (() => void) | null>>
  onBack: () => void
}

/** The desk without a mouse. Single letters only work outside fields one types in. */
export function useKeys({ box, list, acts, onBack }: Keys) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return
      const target = event.target as HTMLElement
      // A dialog has keys of its own, also where none of its fields has the focus.
      if (document.querySelector('dialog[open]')) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key === 'c' && target === box.current && isNothingSelected(box.current))
          acts.c?.()
        return
      }
      if (event.key === 'Escape') {
        // In an open list of choices it closes that.
        if (!target.matches('select')) onBack()
        return
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1
        if (moveFocus(step, target, box.current, list.current)) event.preventDefault()
        return
      }
      if (paneKey(event, target)) return event.preventDefault()
      const act = target.matches(typedIn) && !isForAll(event.key) ? undefined : acts[event.key]
      if (!act) return
      // A key that is held down is pressed once. Letters lead to choices of a list that has the focus.
      if (event.key !== '/' && !isForAll(event.key) && target.matches('select')) return
      event.preventDefault()
      if (!event.repeat) act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [box, list, acts, onBack])
}

/** Where letters are text. */
const typedIn = 'input:not([type=checkbox]), textarea:not([readonly])'

/** Keys that write nothing anywhere. */
const isForAll = (key: string): boolean => /^F\d+$/.test(key)

const isNothingSelected = (box: HTMLInputElement) =>
  box.selectionStart === box.selectionEnd && !document.getSelection()?.toString()

/** From the box down into the hits, or into what stands in their place, along them, and from the first up again. */
function moveFocus(
  step: number,
  target: HTMLElement,
  box: HTMLInputElement | null,
  list: HTMLElement | null,
): boolean {
  const found = list?.closest('.desk-found')
  const hits = [...(found?.querySelectorAll<HTMLElement>('[data-hit], [data-stop]') ?? [])]
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
