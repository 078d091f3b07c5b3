'use client'

import { useEffect, useState } from 'react'
import { quoted } from './remarks'

/** Where the text stands that is decided on. */
export const textPlace = '.zk-text'

/** A passage as it will be quoted, and where a button stands beside it, in pixels of the window. */
export type Chosen = { passage: string; top: number; left: number }

/** Room for the button, and for the handles a phone draws below what is selected. */
const room = { width: 120, height: 56, handles: 28 }

/** What is selected in the text, by mouse, keyboard or finger; shortened as it will be quoted. */
export function useChosenPassage(): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    const look = () => setChosen(passageIn(window.getSelection()))
    const moves = ['scroll', 'resize'] as const
    document.addEventListener('selectionchange', look)
    for (const move of moves) window.addEventListener(move, look, { passive: true, capture: true })
    return () => {
      document.removeEventListener('selectionchange', look)
      for (const move of moves) window.removeEventListener(move, look, { capture: true })
    }
  }, [])
  return chosen
}

function passageIn(selection: Selection | null): Chosen | null {
  const from = selection?.anchorNode?.parentElement
  if (!selection || selection.rangeCount === 0 || !from?.closest(textPlace)) return null
  const passage = quoted(selection.toString())
  if (passage === '') return null
  const lines = [...selection.getRangeAt(0).getClientRects()]
  const last = lines.at(-1) ?? new DOMRect()
  const first = lines[0] ?? last
  const below = last.bottom + room.handles
  // The bar with the decision may stand at the window's lower edge.
  const isRoomBelow = below + 2 * room.height < window.innerHeight
  const top = isRoomBelow ? below : first.top - room.height
  const left = Math.min(last.left, window.innerWidth - room.width)
  return { passage, top: Math.max(8, top), left: Math.max(8, left) }
}
