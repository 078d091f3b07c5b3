import type { Actor } from '@/access/actor'
import { dues, listAsked, type ListAsked } from '@/access/listFilter'
import { askedSteps, steps, type Library, type Step, type StepRule } from '@/access/rules'

/** By what a list is put in order; `-`: the other way round. */
export const orders = [
  ...(['-updatedAt', '-stateSince', 'stateSince', 'deletionState'] as const),
  ...(['-views', 'number', '-number', 'title'] as const),
] as const
export type Order = (typeof orders)[number]

/** How many rows a page may have. */
export const limits = [20, 50, 100] as const

export type LibraryAsked = ReturnType<typeof libraryAsked>

/** What the address of a list asks for; what is not understood is as if it were not there. */
export function libraryAsked(query: Record<string, unknown> | undefined) {
  const narrowed = listAsked(query)
  const { search, sort } = query ?? {}
  return {
    ...narrowed,
    due: dues.find((due) => due === query?.due) ?? null,
    search: typeof search === 'string' ? search.trim().slice(0, 100) : '',
    sort: orders.find((order) => order === sort) ?? usualOrder(narrowed),
    page: wholeNumber(query?.page, 1),
    limit: Math.min(wholeNumber(query?.limit, limits[0]), limits[2]),
  }
}

/** What waits longest is decided first; of the rest what was touched last is on top. */
function usualOrder({ state, flag }: Pick<ReturnType<typeof listAsked>, 'state' | 'flag'>) {
  if (flag === 'deletion') return 'deletionState'
  if (state === 'pending' || flag === 'returnRequested') return 'stateSince'
  return state || flag ? '-stateSince' : '-updatedAt'
}

export function wholeNumber(value: unknown, usual: number): number {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : usual
}

type Named = Partial<Record<keyof LibraryAsked, string | null>>

/** The address of a list that asks for this and nothing else. */
export function addressOf(library: Library, asked: Named): string {
  const named = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/admin/collections/${library}${named.length > 0 ? `?${new URLSearchParams(named)}` : ''}`
}

/** The pages of a list that are named: the first, the last, and those around where one is. */
export const shownPages = (page: number, last: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, last])]
    .filter((n) => n >= 1 && n <= last)
    .toSorted((one, other) => one - other)

/** 审批 and 退回 of the deletions asked for: nothing else is done in that list, nor on an entry opened from it. */
export const decidedOn = askedSteps.filter((step) => steps[step].decidesOn === 'deletion')

/**
 * The steps this person may take for several entries of a list at once, where the state or mark the list
 * shows allows it; whether for each of them is asked of the server.
 */
export function severalFor(
  { roles }: Actor,
  library: Library,
  { state, flag }: Pick<ListAsked, 'state' | 'flag'>,
): Step[] {
  if (flag === 'deletion' && library !== 'cases' && roles.includes('approver'))
    return [...decidedOn]
  return askedSteps.filter((step) => {
    const rule: StepRule = steps[step]
    const by = library === 'cases' ? (rule.casesBy ?? rule.by) : rule.by
    if (!rule.several || !rule.libraries.includes(library)) return false
    if (!by.some((role) => roles.includes(role))) return false
    if (rule.when.includes('trashed') !== (flag === 'trash')) return false
    if (rule.when.includes('requested') && flag !== 'deletion') return false
    if (rule.when.includes('not requested') && flag === 'deletion') return false
    return state === null || rule.from.includes(state)
  })
}
