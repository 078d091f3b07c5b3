import type { Payload, Where } from 'payload'
import { states, type State } from '@/access/rules'

/** How many entries stand in each state, among those the conditions name. */
export async function countsOf(
  payload: Payload,
  conditions: Where[],
): Promise<Record<State, number>> {
  const counted = await Promise.all(
    states.map(async (state) => {
      const where = { and: [...conditions, { state: { equals: state } }] }
      const { totalDocs } = await payload.count({
        collection: 'register',
        where,
        overrideAccess: true,
      })
      return [state, totalDocs] as const
    }),
  )
  return Object.fromEntries(counted) as Record<State, number>
}
