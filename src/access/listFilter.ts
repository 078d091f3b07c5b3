import type { Where } from 'payload'
import { categoryKeys, type Library, noticeKinds, states } from './rules'

/** Marks of an entry beside its state that a list can be narrowed to. */
export const listFlags = ['deletion', 'returnRequested', 'withdrawn', 'trash'] as const
export type ListFlag = (typeof listFlags)[number]

/** What a list's address may ask for; what is not understood is as if it were not there. */
export type ListAsked = ReturnType<typeof listAsked>

type Query = Record<string, unknown>

export function listAsked(query: Query | undefined) {
  const unit = query?.unit
  const keeper = query?.keeper
  return {
    state: states.find((state) => state === query?.state) ?? null,
    flag: listFlags.find((flag) => flag === query?.flag) ?? null,
    category: categoryKeys.find((key) => key === query?.category) ?? null,
    kind: noticeKinds.find((kind) => kind === query?.kind) ?? null,
    unit: typeof unit === 'string' && /^[\w-]{1,64}$/.test(unit) ? unit : null,
    keeper: typeof keeper === 'string' && /^[\w-]{1,64}$/.test(keeper) ? keeper : null,
  }
}

/** Filed in this unit or below it: over rows that stand in the tree, or with the prefix over rows that point to them. */
export const filedIn = (unit: string, prefix: '' | 'entry.' = ''): Where => ({
  or: [{ [`${prefix}unit`]: { equals: unit } }, { [`${prefix}unitAbove`]: { equals: unit } }],
})

/** Conditions over the register, or with the prefix over rows that point to it. */
export function placeConditions(
  { unit, category, keeper }: ListAsked,
  prefix: '' | 'entry.' = '',
): Where[] {
  const conditions: Where[] = []
  if (unit) conditions.push(filedIn(unit, prefix))
  if (keeper) conditions.push({ [`${prefix}keeper`]: { equals: keeper } })
  if (category) conditions.push({ [`${prefix}categoryKey`]: { equals: category } })
  return conditions
}

/** Deleted entries stand in the trash and nowhere else. */
export function viewConditions(
  { state, flag }: Pick<ListAsked, 'state' | 'flag'>,
  prefix: '' | 'entry.' = '',
): Where[] {
  const isTrash = flag === 'trash'
  const conditions: Where[] = [{ [`${prefix}trashedAt`]: { exists: isTrash } }]
  if (state) conditions.push({ [`${prefix}state`]: { equals: state } })
  if (flag === 'deletion') conditions.push({ [`${prefix}deletionRequestedBy`]: { exists: true } })
  if (flag === 'returnRequested') {
    conditions.push({ [`${prefix}returnRequestedBy`]: { exists: true } })
  }
  if (flag === 'withdrawn') conditions.push({ [`${prefix}isWithdrawn`]: { equals: true } })
  return conditions
}

/** What of a live text runs out: it was to be looked at again (复核), its validity is over, or will be soon. */
export const dues = ['review', 'over', 'soon'] as const
export type Due = (typeof dues)[number]

const day = 24 * 60 * 60 * 1000

/** So many days ahead an end of validity is told of. */
export const soonDays = 14

/**
 * Conditions over the knowledge library for what is due at this instant; of texts that readers see, by the dates of the
 * working copy: who has set a later one there is at it already. Validity ends with an instant, the day of a review
 * is kept as its first.
 */
function dueConditions(due: Due, now: Date): Where[] {
  const [yesterday, at, soon] = [-1, 0, soonDays].map((days) =>
    new Date(now.getTime() + days * day).toISOString(),
  )
  const live: Where = { 'entry.liveRevision': { exists: true } }
  if (due === 'review') return [live, { reviewBy: { less_than_equal: yesterday } }]
  if (due === 'over') return [live, { validUntil: { less_than: at } }]
  return [live, { validUntil: { greater_than_equal: at } }, { validUntil: { less_than: soon } }]
}

/** The same as a list's address asks for it; other libraries have no such dates. */
export const dueIn = (library: Library, { due }: { due: Due | null }, now = new Date()): Where[] =>
  library === 'knowledge' && due ? dueConditions(due, now) : []
