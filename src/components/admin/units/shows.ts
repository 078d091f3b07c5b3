import type { UnitFacts } from '@/workflow/tree/readUnits'

/** What the page of units can be narrowed to: all, those that lack a role, those that owe an entry. */
export const shows = ['all', 'lacking', 'owing'] as const
export type Show = (typeof shows)[number]

export const isShown = ({ missing, topics }: UnitFacts, show: Show): boolean => {
  if (show === 'lacking') return missing.length > 0
  return show === 'all' || topics.some(({ state }) => state !== 'good')
}
