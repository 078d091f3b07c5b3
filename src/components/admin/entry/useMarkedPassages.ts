'use client'

import { useEffect } from 'react'
import { writtenAs } from './remarks'

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
