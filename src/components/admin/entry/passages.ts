'use client'

import { useEffect, useState } from 'react'

/** What an approver says about a passage; all of them together are the reason of a return. */
export type Remark = { passage: string; remark: string }

/** A passage is quoted shortened where it is long: it is to be found again, not read again. */
const longestPassage = 60

const quoted = (passage: string): string => {
  const line = passage.replace(/\s+/g, ' ').trim()
  return line.length > longestPassage ? `${line.slice(0, longestPassage)}…` : line
}

/** One line a remark: 「passage」：remark. */
export const reasonOf = (remarks: readonly Remark[]): string =>
  remarks.map(({ passage, remark }) => `「${passage}」：${remark.trim()}`).join('\n')

/** The remarks a reason is made of, in its order; none in a reason that is plain words. */
export const remarksIn = (reason: string): Remark[] =>
  [...reason.matchAll(/^「(.+?)…?」：(.*(?:\n(?!「).*)*)/gm)].map(([, passage, remark]) => ({
    passage: String(passage),
    remark: String(remark).trim(),
  }))

/** The passages a reason speaks of, to mark them in the text. */
export const passagesIn = (reason: string): string[] =>
  remarksIn(reason).map(({ passage }) => passage)

/** A passage as it stands in the text: a person's number in it is kept with its middle masked. */
export const writtenAs = (passage: string): RegExp =>
  new RegExp(
    passage
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/(?:\\\*){4,}/g, (stars) => `[\\d\\s–-]{${stars.length / 2},${stars.length}}`),
  )

/**
 * Marks passages where they stand, in the text as well as in a form that is being written in: the browser
 * paints over, nothing of the page is changed. Browsers that cannot simply do not mark.
 */
export function useMarkedPassages(
  within: string,
  passages: readonly string[],
  name: 'zk-remark' | 'zk-finding' = 'zk-remark',
): void {
  const key = passages.join('\n')
  useEffect(() => {
    const registry = typeof CSS === 'undefined' ? undefined : CSS.highlights
    if (!registry || key === '') return
    let frame = 0
    const mark = () => registry.set(name, new Highlight(...rangesOf(within, key.split('\n'))))
    const markSoon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(mark)
    }
    mark()
    // Editors put their text in later, and change it while it is written.
    const watch = new MutationObserver(markSoon)
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
      registry.delete(name)
    }
  }, [within, key, name])
}

/** Where the passages stand; text that is split over several elements is found as one. */
export function rangesOf(within: string, passages: readonly string[]): Range[] {
  const ranges: Range[] = []
  for (const place of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const whole = nodes.map(({ data }) => data).join('')
    for (const passage of passages) {
      const found = writtenAs(passage).exec(whole)
      if (found) ranges.push(rangeOf(nodes, found.index, found.index + found[0].length))
    }
  }
  return ranges
}

function rangeOf(nodes: readonly Text[], from: number, to: number): Range {
  const range = document.createRange()
  let begin = 0
  for (const node of nodes) {
    const end = begin + node.length
    if (from >= begin && from < end) range.setStart(node, from - begin)
    if (to > begin && to <= end) range.setEnd(node, to - begin)
    begin = end
  }
  return range
}

/** Where the text stands that is decided on. */
export const textPlace = '.zk-text'

/** A passage as it will be quoted, and where a button stands beside it, in pixels of the window. */
type Chosen = { passage: string; top: number; left: number }

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
