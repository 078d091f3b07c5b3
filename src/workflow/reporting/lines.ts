import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import { taskFigureTexts } from '@/i18n/taskFigures'
import { longestOf, medianOf, type FigureKey, type Figures } from '@/statistics/figures'
import type { Asked, AskedKey } from '@/statistics/readAsked'

/** What tables of figures show, line by line; of units fewer columns on a page than in a file. */
export type LineKey = FigureKey | AskedKey | Hours
type Hours = 'waited' | 'longest' | 'took' | 'putRight'
export type LineGroup = 'stock' | 'changes' | 'reading' | 'asking' | 'approving' | 'tasks'

export type Line = {
  key: LineKey
  group: LineGroup
  /** Null where there is nothing to be told, as the middle of none. */
  now: number | null
  before: number | null
  /** Hours, or how many. */
  isHours: boolean
}

/** Those of tasks and samples, as each unit's are shown too. */
export const tasksInOrder: readonly LineKey[] = [
  ...(['tasksOpen', 'tasksOverdue', 'tasksTold', 'tasksClosed', 'took', 'byReplay'] as const),
  ...(['tasksRefused', 'corrections', 'upheld', 'putRight', 'sampled', 'flawed'] as const),
]

const order: readonly (readonly [LineGroup, readonly LineKey[]])[] = [
  ['stock', ['live', 'expired', 'unreviewed', 'late']],
  ['changes', ['added', 'changed', 'withdrawn', 'deleted', 'grave']],
  ['reading', ['reads', 'readers', 'uses', 'helpful', 'unhelpful', 'toLook', 'looked', 'noEditor']],
  ['asking', ['asked', 'inVain', 'abandoned', 'reformulated']],
  ['approving', ['submitted', 'approved', 'returned', 'waited', 'longest']],
  ['tasks', tasksInOrder],
]

type Counted = { figures: Figures; asked?: Asked }

/** Without questions where none are counted, as of a report; nothing beside them where there is no period before. */
export function linesOf(now: Counted, before: Counted | null): Line[] {
  return order
    .filter(([group]) => group !== 'asking' || now.asked)
    .flatMap(([group, keys]) =>
      keys.map((key) => ({
        ...{ key, group },
        ...{ now: valueOf(key, now), before: before && valueOf(key, before) },
        isHours: isInHours(key),
      })),
    )
}

export const isInHours = (key: LineKey): boolean =>
  (['waited', 'longest', 'took', 'putRight'] satisfies Hours[] as LineKey[]).includes(key)

export function nameOf(key: LineKey, language: Language): string {
  const { figures, asked, waited, longest } = statisticsTexts[language]
  const { took, putRight, figures: ofTasks } = taskFigureTexts[language]
  const names: Record<LineKey, string> = {
    ...figures,
    ...ofTasks,
    ...asked,
    waited,
    longest,
    took,
    putRight,
  }
  return names[key]
}

export const groupOf = (group: LineGroup, language: Language): string =>
  group === 'tasks' ? taskFigureTexts[language].group : statisticsTexts[language].groups[group]

export function valueOf(key: LineKey, { figures, asked }: Counted): number | null {
  if (key === 'waited') return medianOf(figures.waits)
  if (key === 'longest') return longestOf(figures.waits)
  if (key === 'took') return medianOf(figures.ends)
  if (key === 'putRight') return medianOf(figures.fixes ?? [])
  if (key in figures) return figures[key as FigureKey]
  return asked?.[key as AskedKey] ?? null
}
