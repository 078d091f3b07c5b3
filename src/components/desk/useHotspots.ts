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

/** Of a unit, or for matters of a district: what hotspots are narrowed to, all where it is empty. */
export type HotOf = { unit?: string; district?: string }

/**
 * The hotspots of a unit, of a district, or of all: asked for each time there is nothing else to show in their place, so that what is
 * opened from them twice comes from two answers, and again from time to time while they are seen.
 */
export function useHotspots(of: HotOf, isResting: boolean): DeskHotspots {
  const query = new URLSearchParams(of).toString()
  const [known, setKnown] = useState<Known>({ query, answer: null })
  useEffect(() => {
    if (!isResting) return
    const control = new AbortController()
    let timer: number | undefined
    const look = async () => {
      window.clearTimeout(timer)
      const answer = document.hidden ? null : await load(query, control.signal)
      if (control.signal.aborted) return
      const isFailure = answer !== null && 'failure' in answer
      timer = window.setTimeout(() => void look(), isFailure ? soon : often)
      if (answer) setKnown((now) => (isFailure && isGood(now, query) ? now : { query, answer }))
    }
    const lookNow = () => void look()
    lookNow()
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      control.abort()
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [query, isResting])
  return known.query === query ? known.answer : null
}

type Known = { query: string; answer: DeskHotspots }

/** What is there stays while nothing newer comes. */
const isGood = (known: Known, query: string): boolean =>
  known.query === query && known.answer !== null && 'hotspots' in known.answer

/** Null where one went on to something else meanwhile. */
async function load(query: string, signal: AbortSignal): Promise<DeskHotspots> {
  try {
    const answer = await ask<Answer>(`/api/hotspots${query && `?${query}`}`, signal)
    return 'data' in answer ? answer.data : answer
  } catch {
    return null
  }
}
