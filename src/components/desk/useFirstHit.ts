import { type RefObject, useEffect, useRef } from 'react'
import type { useHits } from './useQuestion'

type Given = {
  list: RefObject<HTMLElement | null>
  /** The question by its key. */
  asked: string
  hits: ReturnType<typeof useHits>
}

/** Opens the first hit, once it is there; whoever goes on typing, or got no answer, no longer wants it. */
export function useFirstHit({ list, asked, hits }: Given): () => void {
  /** The question whose first hit is to be opened. */
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null || wanted.current !== hits.found.asked) return
    wanted.current = null
    openFirstOf(list.current)
  }, [hits.found, list])
  useEffect(() => {
    if (wanted.current !== asked || hits.failure) wanted.current = null
  }, [asked, hits.failure])
  return () => {
    wanted.current = null
    if (hits.isAnswered) return openFirstOf(list.current)
    wanted.current = asked
    hits.again()
  }
}

function openFirstOf(list: HTMLElement | null) {
  const first = list?.querySelector<HTMLElement>('[data-hit]')
  first?.focus()
  first?.click()
}
