import type { Actor } from './actor'
import type { Role } from './rules'
import { widest } from './units'

/** Of which units a role sees whether somebody looked at what was read (五日查看), and what was proposed. */
export const seesReviews: Record<Role, 'none' | 'ownUnit' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnit',
  approver: 'ownUnit',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'none',
}

/** Whose duty the look is, in their own unit: whoever writes there. */
export const reviewedBy: Role = 'editor'

/** Does this person see every unit's looks? */
export const seesAllReviews = (actor: Actor | null): boolean =>
  widest(seesReviews, actor) === 'everything'

/** The unit whose proposals this person sees; null for whoever works in none of them. */
export const reviewsSeenOf = (actor: Actor | null): string | null =>
  actor?.roles.some((role) => seesReviews[role] === 'ownUnit') ? actor.unit : null

/** May this person answer what is proposed to their unit? Approvers read along. */
export const mayReview = (actor: Actor | null): boolean =>
  actor?.roles.includes(reviewedBy) ?? false

/** How somebody answers what is proposed: nothing to do, a new draft, a revision into 热点信息, a mark for the county. */
export const reviewOutcomes = ['nothing', 'drafted', 'revised', 'marked'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]
