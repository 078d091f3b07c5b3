import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntrySuggestion, SuggestAnswer } from '@/reading/suggest'

/** Whoever types on is not interrupted, in milliseconds. */
const typingPause = 120

const none: EntrySuggestion[] = []

/**
 * What may complete the words in the box: asked after a pause of typing; an answer that was overtaken is
 * dropped, and one that does not come leaves the box as it is.
 */
export function useSuggestions(from: string, filters: string) {
  const [suggestions, setSuggestions] = useState(none)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<AbortController>(undefined)

  const stop = useCallback(() => {
    clearTimeout(waiting.current)
    running.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const forget = useCallback(() => {
    stop()
    setSuggestions(none)
  }, [stop])

  const ask = useCallback(
    (typed: string) => {
      stop()
      const words = typed.trim()
      if (words === '') {
        setSuggestions(none)
        return
      }
      const control = new AbortController()
      running.current = control
      const load = async () => {
        const query = new URLSearchParams(filters)
        query.set('q', words)
        const answer = await suggestionsAt(`${from}?${query.toString()}`, control.signal)
        if (!control.signal.aborted) setSuggestions(answer.filter(({ text }) => text !== words))
      }
      waiting.current = setTimeout(() => void load(), typingPause)
    },
    [from, filters, stop],
  )

  return { suggestions, ask, forget }
}

async function suggestionsAt(address: string, signal: AbortSignal): Promise<EntrySuggestion[]> {
  try {
    const answer = await fetch(address, { signal })
    return answer.ok ? ((await answer.json()) as SuggestAnswer).suggestions : none
  } catch {
    return none
  }
}
