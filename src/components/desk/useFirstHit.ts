import { type RefObject, useCallback, useEffect, useRef } from 'react'
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
  const showFirst = useCallback(() => {
    const first = list.current?.querySelector<HTMLElement>('[data-hit]')
    wanted.current = null
    first?.focus()
    first?.click()
  }, [list])
  useEffect(() => {
    if (wanted.current !== null && wanted.current === hits.found.asked) showFirst()
  }, [hits.found, showFirst])
  useEffect(() => {
    if (wanted.current !== asked || hits.failure) wanted.current = null
  }, [asked, hits.failure])
  return () => {
    if (hits.isAnswered) return showFirst()
    wanted.current = asked
    hits.again()
  }
}
