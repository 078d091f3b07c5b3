import type { Payload, Where } from 'payload'
import { listFlags, viewConditions, type ListFlag } from '@/access/listFilter'
import { states, type State } from '@/access/rules'

/** How many entries stand in each state and under each mark, among those the conditions name. */
export async function countsOf(
  payload: Payload,
  conditions: Where[],
): Promise<Record<State | ListFlag, number>> {
  const views = [
    ...states.map((state) => ({ name: state, state, flag: null })),
    ...listFlags.map((flag) => ({ name: flag, state: null, flag })),
  ]
  const counted = await Promise.all(
    views.map(async ({ name, ...view }) => {
      const { totalDocs } = await payload.count({
        collection: 'register',
        where: { and: [...conditions, ...viewConditions(view)] },
        overrideAccess: true,
      })
      return [name, totalDocs] as const
    }),
  )
  return Object.fromEntries(counted) as Record<State | ListFlag, number>
}
