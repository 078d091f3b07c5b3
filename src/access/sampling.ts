import type { Actor } from './actor'

/** What an entry that was drawn is checked for (合法、准确、实时、规范、保密). */
export const checkKeys = [
  'legality',
  'accuracy',
  'timeliness',
  'standard',
  'confidentiality',
] as const
export type CheckKey = (typeof checkKeys)[number]

/** Entries of one draw. */
export const mostDrawn = 200

/** 抽查 is the centre's. */
export const drawsSamples = (actor: Actor | null): boolean =>
  actor?.roles.includes('centre') ?? false
