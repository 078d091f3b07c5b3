import type { Payload, Where } from 'payload'
import { listFlags, viewConditions, type ListFlag } from '@/access/listFilter'
import { states, type Library, type State } from '@/access/rules'
import { countGroups, type Group } from '@/tables'
import { overRegister } from './overRegister'

type Counted = {
  payload: Payload
  library: Library
  /** Over the library's rows, the register's columns behind `entry.`. */
  conditions: Where[]
}

export type Counts = Record<State | ListFlag, number>

/** How many entries stand in each state and under each mark, among those the conditions name. */
export async function countsOf(given: Counted): Promise<Counts> {
  const { payload, library, conditions } = given
  const asked = overRegister(conditions)
  // Where a text's own column is asked for, such as a notice's kind, each is counted on its own.
  if (!asked) return oneByOne(given)
  const inLibrary = [{ library: { equals: library } }, ...asked]
  const [kept, [trashed]] = await Promise.all([
    countGroups(payload, {
      collection: 'register',
      by: ['state', 'isWithdrawn', 'deletionRequestedBy', 'returnRequestedBy'],
      where: { and: [...inLibrary, { trashedAt: { exists: false } }] },
    }),
    countGroups(payload, {
      collection: 'register',
      by: [],
      where: { and: [...inLibrary, { trashedAt: { exists: true } }] },
    }),
  ])
  const sum = (is: (group: Group) => unknown) =>
    kept.reduce((total, group) => total + (is(group) ? group.count : 0), 0)
  return {
    draft: sum(({ state }) => state === 'draft'),
    pending: sum(({ state }) => state === 'pending'),
    approved: sum(({ state }) => state === 'approved'),
    returned: sum(({ state }) => state === 'returned'),
    deletion: sum(({ deletionRequestedBy }) => deletionRequestedBy),
    returnRequested: sum(({ returnRequestedBy }) => returnRequestedBy),
    withdrawn: sum(({ isWithdrawn }) => isWithdrawn),
    trash: trashed?.count ?? 0,
  }
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
