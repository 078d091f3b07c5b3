import type { Payload, Where } from 'payload'
import { listFlags, viewConditions, type ListFlag } from '@/access/listFilter'
import { overRegister } from '@/access/overRegister'
import { states, type Library, type State } from '@/access/rules'
import { countGroups, countRows, type Database, type Group } from '@/tables'

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

export type Counts = Record<State | ListFlag, number>

/** How many entries stand in each state and under each mark, of those in the register the conditions name. */
export async function registerCounts(
  database: Database,
  conditions: readonly Where[],
): Promise<Counts> {
  const inTrash = (exists: boolean): Where => ({ and: [...conditions, { trashedAt: { exists } }] })
  const [kept, trash] = await Promise.all([
    countGroups(database, {
      collection: 'register',
      by: ['state', 'isWithdrawn', 'deletionRequestedBy', 'returnRequestedBy'],
      where: inTrash(false),
    }),
    countRows(database, { collection: 'register', where: inTrash(true) }),
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
    trash,
  }
}
