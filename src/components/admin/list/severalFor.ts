import type { Actor } from '@/access/actor'
import type { ListAsked } from '@/access/listFilter'
import { askedSteps, steps, type Library, type Step, type StepRule } from '@/access/rules'

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
