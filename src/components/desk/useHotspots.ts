import type { Hotspot } from '@/reading/hotspots'
import type { Recorded } from '@/reading/searchAnswer'
import { useRested, type Rested } from './useRested'

type Answer = Recorded<{ hotspots: Hotspot[] }>

export type DeskHotspots = Rested<Answer>

/** Of a unit, or for matters of a district: what hotspots are narrowed to, all where it is empty. */
export type HotOf = { unit?: string; district?: string }

/**
 * The hotspots of a unit, of a district, or of all: asked for each time there is nothing else to show in their place, so that what is
 * opened from them twice comes from two answers.
 */
export function useHotspots(of: HotOf, isResting: boolean): DeskHotspots {
  const query = new URLSearchParams(of).toString()
  return useRested<Answer>(`/api/hotspots${query && `?${query}`}`, isResting)
}
