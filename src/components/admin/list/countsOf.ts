import type { Payload, Where } from 'payload'
import { listFlags, viewConditions, type ListFlag } from '@/access/listFilter'
import { states, type Library, type State } from '@/access/rules'

type Counted = {
  payload: Payload
  library: Library
  /** Over the library's rows, the register's columns behind `entry.`. */
  conditions: Where[]
}

/** How many entries stand in each state and under each mark, among those the conditions name. */
export async function countsOf(given: Counted): Promise<Record<State | ListFlag, number>> {
  const { payload, library, conditions } = given
  const views = [
    ...states.map((state) => ({ name: state, state, flag: null })),
    ...listFlags.map((flag) => ({ name: flag, state: null, flag })),
  ]
  const counted = await Promise.all(
    views.map(async ({ name, ...view }) => {
      const { totalDocs } = await payload.count({
        collection: library,
        where: { and: [...conditions, ...viewConditions(view, 'entry.')] },
        overrideAccess: true,
      })
      return [name, totalDocs] as const
    }),
  )
  return Object.fromEntries(counted) as Record<State | ListFlag, number>
}
