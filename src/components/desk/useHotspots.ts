import { useEffect, useState } from 'react'
import type { Hotspot } from '@/reading/hotspots'
import type { Recorded } from '@/reading/searchAnswer'
import { ask, type Failure } from './ask'

type Answer = Recorded<{ hotspots: Hotspot[] }>

/** Null until they are there. */
export type DeskHotspots = Answer | { failure: Failure } | null

export const failureOf = (hotspots: DeskHotspots): Failure | null =>
  hotspots && 'failure' in hotspots ? hotspots.failure : null

/** As often they are asked for again while they are seen, and after a failure; in milliseconds. */
const often = 5 * 60_000
const soon = 20_000

/**
 * The hotspots of a unit, or of all: asked for each time there is nothing else to show in their place, so that what is
 * opened from them twice comes from two answers, and again from time to time while they are seen.
 */
export function useHotspots(unit: string, isResting: boolean): DeskHotspots {
  const [known, setKnown] = useState<{ unit: string; answer: DeskHotspots }>({ unit, answer: null })
  useEffect(() => {
    if (!isResting) return
    const control = new AbortController()
    let timer: number | undefined
    const look = async () => {
      window.clearTimeout(timer)
      const answer = document.hidden ? null : await load(unit, control.signal)
      if (control.signal.aborted) return
      const isFailure = answer !== null && 'failure' in answer
      timer = window.setTimeout(() => void look(), isFailure ? soon : often)
      if (answer) setKnown((now) => (isFailure && isGood(now, unit) ? now : { unit, answer }))
    }
    const lookNow = () => void look()
    lookNow()
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      control.abort()
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [unit, isResting])
  return known.unit === unit ? known.answer : null
}

/** What is there stays while nothing newer comes. */
const isGood = (known: { unit: string; answer: DeskHotspots }, unit: string): boolean =>
  known.unit === unit && known.answer !== null && 'hotspots' in known.answer

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
