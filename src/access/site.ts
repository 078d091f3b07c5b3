import type { Actor } from './actor'
import type { RefusalCode } from './refusals'
import { confirmations, type Role } from './rules'

/** How the site of the city stands: nothing is under way, or what is. */
export const siteStates = ['draft', 'pending', 'returned', 'approved', 'discarded'] as const
export type SiteState = (typeof siteStates)[number]

export type SiteStepRule = {
  /** `none`: no version is under way. */
  from: readonly (SiteState | 'none')[]
  to: SiteState
  /** People of the hotline centre who hold this role. */
  by: Role
  /** Kept out though the role fits: nobody decides on their own work. */
  not: readonly ('writer' | 'submitter')[]
  needs: readonly ('changed' | 'opened' | 'confirmed' | 'named' | 'reason')[]
  /** Who is told of it. */
  tells: 'approvers' | 'writers' | 'nobody'
}

/**
 * What happens to the texts and looks of the portal: the centre writes and submits, an approver of the centre decides. No
 * other path leads to what citizens see.
 */
// prettier-ignore
export const siteSteps = {
  save: { from: ['none', 'draft', 'returned'], to: 'draft', by: 'centre', not: [], needs: [], tells: 'nobody' },
  submit: { from: ['draft', 'returned'], to: 'pending', by: 'centre', not: [], needs: ['changed', 'named'], tells: 'approvers' },
  recall: { from: ['pending'], to: 'draft', by: 'centre', not: [], needs: [], tells: 'nobody' },
  discard: { from: ['draft', 'returned'], to: 'discarded', by: 'centre', not: [], needs: [], tells: 'nobody' },
  approve: { from: ['pending'], to: 'approved', by: 'approver', not: ['writer', 'submitter'], needs: ['opened', 'confirmed', 'named'], tells: 'writers' },
  return: { from: ['pending'], to: 'returned', by: 'approver', not: [], needs: ['reason'], tells: 'writers' },
} as const satisfies Record<string, SiteStepRule>

export type SiteStep = keyof typeof siteSteps

/** The steps that are asked for by name; a save is sent with its texts. */
export const askedSiteSteps = (Object.keys(siteSteps) as SiteStep[]).filter(
  (step) => step !== 'save',
)

/** The version that is under way, as the rules see it. */
export type SiteFacts = {
  state: SiteState | 'none'
  writers: readonly string[]
  submitter: string | null
  /** The hotline centre. */
  centre: string
}

/** What came with a request for a step. */
export type SiteAsked = {
  /** The version and the hash of the words that were seen are those of the version as it is. */
  isAsSeen: boolean
  isOpened: boolean
  isChanged: boolean
  confirmed: readonly string[]
  unnamed: readonly string[]
  reason: string
}

const isOfCentre = (actor: Actor | null, role: Role, centre: string): actor is Actor =>
  actor !== null && actor.roles.includes(role) && actor.unit === centre

/** Who sees what is not approved yet, and its history: whoever has a part in it. */
export const seesSiteVersions = (actor: Actor | null, centre: string): boolean =>
  Object.values(siteSteps).some(({ by }) => isOfCentre(actor, by, centre))

const isInvolved = (person: string, rule: SiteStepRule, facts: SiteFacts): boolean =>
  (rule.not.includes('writer') && facts.writers.includes(person)) ||
  (rule.not.includes('submitter') && facts.submitter === person)

/** May this person take this step as the site stands? The refusal, or null. */
export function mayTakeSiteStep(
  actor: Actor | null,
  step: SiteStep,
  facts: SiteFacts,
): RefusalCode | null {
  const rule: SiteStepRule = siteSteps[step]
  if (!actor) return 'notSignedIn'
  if (!isOfCentre(actor, rule.by, facts.centre)) return 'notAllowed'
  if (!rule.from.includes(facts.state)) return 'wrongState'
  if (isInvolved(actor.id, rule, facts)) return 'ownSubmission'
  // 受委托: nobody has their own text approved by whom they named.
  const isLent = rule.by === 'approver' && Boolean(actor.standsInFor?.length)
  return isLent && !siteRightFrom(actor, step, facts) ? 'ownSubmission' : null
}

/** The approver in whose place this person takes the step (受委托); null where the right is their own. */
export const siteRightFrom = (actor: Actor, step: SiteStep, facts: SiteFacts) =>
  siteSteps[step].by === 'approver'
    ? (actor.standsInFor?.find(({ id }) => !isInvolved(id, siteSteps[step], facts)) ?? null)
    : null

/** The same with what was sent: the first refusal that applies, or null. */
export function siteStepRefusal(
  actor: Actor | null,
  step: SiteStep,
  facts: SiteFacts,
  asked: SiteAsked,
): { code: RefusalCode; fields?: readonly string[] } | null {
  const code = mayTakeSiteStep(actor, step, facts)
  if (code) return { code }
  const { needs }: SiteStepRule = siteSteps[step]
  if (!asked.isAsSeen) return { code: 'changedMeanwhile' }
  if (needs.includes('changed') && !asked.isChanged) return { code: 'incomplete' }
  if (needs.includes('reason') && asked.reason.trim() === '') return { code: 'reasonMissing' }
  if (needs.includes('opened') && !asked.isOpened) return { code: 'notOpened' }
  const isConfirmed = confirmations.every((one) => asked.confirmed.includes(one))
  if (needs.includes('confirmed') && !isConfirmed)
    return { code: 'incomplete', fields: ['confirmed'] }
  if (needs.includes('named') && asked.unnamed.length > 0)
    return { code: 'findingsUnconfirmed', fields: asked.unnamed }
  return null
}

/** The steps this person may take now: exactly these get a button. */
export const siteStepsFor = (actor: Actor | null, facts: SiteFacts): SiteStep[] =>
  (Object.keys(siteSteps) as SiteStep[]).filter((step) => !mayTakeSiteStep(actor, step, facts))

/** Pages of text, each below its own address. */
export const sitePages = ['about', 'privacy', 'accessibility'] as const
export type SitePage = (typeof sitePages)[number]

/** The texts of the site, in the order they are written, with the most characters of each. */
export const siteTexts = {
  ...{ name: 12, longName: 30, nameEn: 30, longNameEn: 60 },
  ...{ heading: 24, lead: 60, headingEn: 60, leadEn: 140 },
  ...{ note: 100, noteEn: 200, hostedBy: 60, operatedBy: 60, contact: 100 },
  ...{ icp: 40, police: 40, siteCode: 20 },
  ...{ about: 20_000, privacy: 20_000, accessibility: 20_000 },
} as const
export type SiteText = keyof typeof siteTexts
export const siteTextKeys = Object.keys(siteTexts) as SiteText[]

/** What the centre set of the site; what is empty is as every site has it. */
export type SiteContent = Record<SiteText, string> & {
  /** `#rrggbb`. */
  color: string
  /** A PNG, in base64. */
  emblem: string
}

export const emptySite: SiteContent = {
  ...(Object.fromEntries(siteTextKeys.map((key) => [key, ''])) as Record<SiteText, string>),
  ...{ color: '', emblem: '' },
}

/** What these lines must hold, where they are filled: they are looked up by it. */
export const siteLines: Partial<Record<SiteText, RegExp>> = {
  icp: /ICP备\d{4,10}号/,
  police: /公网安备\s*\d{14}号/,
  siteCode: /(?<!\d)\d{10}(?!\d)/,
}

/** An emblem as it is sent: its bytes, and its sides. */
export const emblemLimits = { bytes: 1024 * 1024, smallest: 64, side: 256 } as const
