import { useEffect, type RefObject } from 'react'
import { flushSync } from 'react-dom'

type Given = {
  box: RefObject<HTMLInputElement | null>
  list: RefObject<HTMLOListElement | null>
  /** A text that is to be copied by hand is put away first. */
  isByHand: boolean
  endByHand: () => void
  close: () => void
}

/** The ways to the box, and back from what is open to where it was opened. */
export function useWays({ box, list, isByHand, endByHand, close }: Given) {
  // A browser does not focus by itself what stands in another site's frame.
  useEffect(() => box.current?.focus(), [box])
  const toBox = () => {
    // The box is not shown beside an entry on a narrow screen.
    if (box.current?.offsetParent === null) flushSync(close)
    box.current?.focus()
    box.current?.select()
  }
  const back = () => {
    if (isByHand) return endByHand()
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    const isInEntry = document.activeElement?.closest('.desk-entry')
    // First, because a list that is not shown takes no focus.
    flushSync(close)
    if (isInEntry && current) current.focus()
    else box.current?.focus()
  }
  return { toBox, back }
}
