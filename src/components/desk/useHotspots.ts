import { useEffect, useRef, useState } from 'react'
import type { Hotspot } from '@/reading/hotspots'
import type { Recorded } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'

type Answer = Recorded<{ hotspots: Hotspot[] }>

/** Null until they are there. */
export type DeskHotspots = Answer | { failure: Failure } | null

/** As often they are asked for again, in milliseconds, while they are seen. */
const often = 5 * 60_000

/** The hotspots of a unit, or of all; asked for only while the pane has nothing else to show. */
export function useHotspots(unit: string, isResting: boolean): DeskHotspots {
  const [known, setKnown] = useState<{ unit: string; answer: DeskHotspots }>({ unit, answer: null })
  const asked = useRef<{ unit: string; at: number } | null>(null)
  useEffect(() => {
    if (!isResting || !window.matchMedia(wide).matches) return
    const before = asked.current
    if (before?.unit === unit && Date.now() - before.at < often) return
    const now = { unit, at: Date.now() }
    asked.current = now
    const control = new AbortController()
    void load(unit, control.signal).then((answer) => {
      if (answer === null || 'failure' in answer) asked.current = null
      if (!control.signal.aborted) setKnown({ unit, answer })
    })
    return () => control.abort()
  }, [unit, isResting])
  return known.unit === unit ? known.answer : null
}

/** Where the pane stands beside the list, as answer.css has it. */
const wide = '(min-width: 901px)'

/** Null where one went on to something else meanwhile. */
async function load(unit: string, signal: AbortSignal): Promise<DeskHotspots> {
  const query = unit ? `?${new URLSearchParams({ unit })}` : ''
  try {
    const answer = await ask<Answer>(`/api/hotspots${query}`, signal)
    return 'data' in answer ? answer.data : answer
  } catch {
    return null
  }
}
