/** Why an answer did not help: 看不懂、过期、不适用、没解决. */
export const unhelpfulReasons = ['unclear', 'outdated', 'notApplicable', 'unsolved'] as const

export type UnhelpfulReason = (typeof unhelpfulReasons)[number]

export const isUnhelpfulReason = (value: unknown): value is UnhelpfulReason =>
  unhelpfulReasons.some((reason) => reason === value)
