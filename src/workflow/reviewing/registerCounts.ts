import type { Where } from 'payload'
import type { ListFlag } from '@/access/listFilter'
import type { State } from '@/access/rules'
import { countGroups, countRows, type Database, type Group } from '@/tables'

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
