import type { Payload, Where } from 'payload'
import { listFlags, viewConditions } from '@/access/listFilter'
import { overRegister } from '@/access/overRegister'
import { states, type Library } from '@/access/rules'
import { registerCounts, type Counts } from './registerCounts'

type Counted = {
  payload: Payload
  library: Library
  /** Over the library's rows, the register's columns behind `entry.`. */
  conditions: Where[]
}

/** How many entries stand in each state and under each mark, among those the conditions name. */
export async function countsOf(given: Counted): Promise<Counts> {
  const { payload, library, conditions } = given
  const asked = overRegister(conditions)
  // Where a text's own column is asked for, such as a notice's kind, each is counted on its own.
  if (!asked) return oneByOne(given)
  return registerCounts(payload, [{ library: { equals: library } }, ...asked])
}

async function oneByOne({ payload, library, conditions }: Counted): Promise<Counts> {
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
  return Object.fromEntries(counted) as Counts
}
