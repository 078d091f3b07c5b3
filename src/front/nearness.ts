import type { Payload } from 'payload'
import type { SearchQuery } from '@/search/types'
import { districtsByUnit } from '@/workflow/usage/districts'

/** How near each unit is to a district; nothing where none is named, or what is named is no district. */
export async function nearnessTo(
  payload: Payload,
  district: string | undefined,
): Promise<SearchQuery['nearness']> {
  if (!district) return undefined
  const known = await districtsByUnit(payload)
  if (known.get(district) !== district) return undefined
  return Object.fromEntries(
    [...known].map(([unit, of]) => [unit, of === district ? 'own' : 'other']),
  )
}
