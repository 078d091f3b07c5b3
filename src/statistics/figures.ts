import type { CategoryKey, Library, State } from '@/access/rules'

/** Of tasks, and of the entries that 抽查 looked at. */
export const taskKeys = [
  ...(['tasksOpen', 'tasksOverdue', 'tasksTold', 'tasksClosed', 'tasksRefused'] as const),
  ...(['corrections', 'upheld', 'byReplay', 'sampled', 'flawed'] as const),
] as const
export type TaskKey = (typeof taskKeys)[number]

/** What is counted of a unit in a span; docs/statistics.md defines each. */
export const figureKeys = [
  ...(['live', 'added', 'changed', 'withdrawn', 'deleted'] as const),
  ...(['reads', 'readers', 'uses', 'helpful', 'unhelpful'] as const),
  ...(['submitted', 'approved', 'returned'] as const),
  ...(['expired', 'unreviewed', 'late', 'grave'] as const),
  ...(['toLook', 'looked', 'noEditor'] as const),
  ...taskKeys,
] as const
export type FigureKey = (typeof figureKeys)[number]

/** Those that stand at the end of a span; all others happened within it. */
export const standing: readonly FigureKey[] = ['live', 'expired', 'unreviewed', 'late']

/** How many there are of what, and of approvals and of tasks that were closed how long each took, in hours. */
export type Figures = Record<FigureKey, number> & {
  waits: readonly number[]
  ends: readonly number[]
  /** Of those, of corrections that were right; unknown of a month that was frozen before it was counted. */
  fixes?: readonly number[]
}

/** Live entries at the end of a span by where they are filed, and copies by their state now. */
export type Stock = {
  live: { library: Library; category: CategoryKey | null; count: number }[]
  states: { library: Library; state: State; count: number }[]
}

export const noFigures = (): Figures & { waits: number[]; ends: number[]; fixes: number[] } => ({
  ...(Object.fromEntries(figureKeys.map((key) => [key, 0])) as Record<FigureKey, number>),
  ...{ waits: [], ends: [], fixes: [] },
})

/** Of several units together. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = noFigures()
  for (const one of all) {
    for (const key of figureKeys) sum[key] += one[key]
    for (const wait of one.waits) sum.waits.push(wait)
    for (const end of one.ends) sum.ends.push(end)
    for (const fix of one.fixes ?? []) sum.fixes.push(fix)
  }
  return sum
}

/** The one in the middle, or between the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

/** The longest; null of none. */
export const longestOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((most, one) => Math.max(most, one), 0)

/** What a score is made of: each from 0 to 1, 1 where nothing is left to be wished. */
export const scoreKeys = ['upToDate', 'faultless', 'prompt', 'accepted'] as const
export type ScoreKey = (typeof scoreKeys)[number]
export type Weights = Record<ScoreKey, number>

/** Where the centre sets nothing, all alike. */
export const usualWeights: Weights = { upToDate: 40, faultless: 30, prompt: 20, accepted: 10 }

/**
 * How well a unit kept what it answers for, of 100 points by these weights: entries up to date among those online,
 * none found gravely wrong (each takes a fifth), approvals within two days, submissions not returned. A part of which
 * there is nothing counts as whole; of a unit without anything there is no score.
 */
export type Score = { parts: Record<ScoreKey, number>; points: number | null }

export function scoreOf(figures: Figures, weights: Weights): Score {
  const share = (bad: number, all: number) => (all === 0 ? 1 : Math.max(0, 1 - bad / all))
  const parts: Record<ScoreKey, number> = {
    upToDate: share(figures.late, figures.live),
    faultless: Math.max(0, 1 - figures.grave / 5),
    prompt: share(figures.waits.filter((hours) => hours > 48).length, figures.waits.length),
    accepted: share(figures.returned, figures.returned + figures.approved),
  }
  const total = scoreKeys.reduce((sum, key) => sum + weights[key], 0)
  const points = scoreKeys.reduce((sum, key) => sum + weights[key] * parts[key], 0)
  const { live, approved, returned, grave } = figures
  const isEmpty = live + approved + returned + grave === 0
  return { parts, points: isEmpty ? null : Math.round((points / total) * 1000) / 10 }
}
