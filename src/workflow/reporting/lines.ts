import type { Language } from '@/i18n/language'
import { statisticsTexts } from '@/i18n/statistics'
import { longestOf, medianOf, type FigureKey, type Figures } from '@/statistics/figures'
import type { Asked, AskedKey } from '@/statistics/readAsked'

/** What tables of figures show, line by line; of units fewer columns on a page than in a file. */
export type LineKey = FigureKey | AskedKey | 'waited' | 'longest'
export type LineGroup = 'stock' | 'changes' | 'reading' | 'asking' | 'approving'

export type Line = {
  key: LineKey
  group: LineGroup
  /** Null where there is nothing to be told, as the middle of none. */
  now: number | null
  before: number | null
  /** Hours, or how many. */
  isHours: boolean
}

const order: readonly (readonly [LineGroup, readonly LineKey[]])[] = [
  ['stock', ['live', 'expired', 'unreviewed', 'late']],
  ['changes', ['added', 'changed', 'withdrawn', 'deleted', 'grave']],
  ['reading', ['reads', 'readers', 'uses', 'helpful', 'unhelpful', 'toLook', 'looked', 'noEditor']],
  ['asking', ['asked', 'inVain', 'abandoned', 'reformulated']],
  ['approving', ['submitted', 'approved', 'returned', 'waited', 'longest']],
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

export const isInHours = (key: LineKey): boolean => key === 'waited' || key === 'longest'

export function nameOf(key: LineKey, language: Language): string {
  const { figures, asked, waited, longest } = statisticsTexts[language]
  if (key === 'waited') return waited
  if (key === 'longest') return longest
  return key in figures ? figures[key as keyof typeof figures] : asked[key as keyof typeof asked]
}

export function valueOf(key: LineKey, { figures, asked }: Counted): number | null {
  if (key === 'waited') return medianOf(figures.waits)
  if (key === 'longest') return longestOf(figures.waits)
  if (key in figures) return figures[key as FigureKey]
  return asked?.[key as AskedKey] ?? null
}
