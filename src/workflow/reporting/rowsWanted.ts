import { z } from 'zod'
import { categoryKeys, libraries, states } from '@/access/rules'
import { figureKeys, type FigureKey } from '@/statistics/figures'
import { ofEntry, wantedIn } from '../usage/viewsWanted'
import { statisticsAsked } from './wanted'

/** Figures that have rows of their own here; readings and questions have theirs on pages of their own. */
const elsewhere = ['reads', 'readers'] as const
export const figuresWithRows = [
  ...figureKeys.filter(
    (key): key is Exclude<FigureKey, (typeof elsewhere)[number]> =>
      !elsewhere.some((one) => one === key),
  ),
  // Of the register, by their state now.
  'copies' as const,
]
export type FigureWithRows = (typeof figuresWithRows)[number]

/** Which rows somebody wants to see: of what figure, of which days and units, and of what the number was told apart by. */
export const rowsAsked = statisticsAsked.omit({ by: true }).extend({
  figure: z.enum(figuresWithRows),
  /** The report they were opened from, `2026-10` or `2026`. */
  report: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/)
    .optional(),
  /** The unit without what lies below it. */
  alone: z.enum(['yes']).optional(),
  person: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** Of the entry with this number. */
  entry: ofEntry().optional(),
  library: z.enum(libraries).optional(),
  /** `none`: filed under none, or nobody knows any more. */
  category: z.enum([...categoryKeys, 'none']).optional(),
  state: z.enum(states).optional(),
})

export type RowsWanted = z.output<typeof rowsAsked>

/** What the address of the page asks for; null where it names no figure that has rows. */
export function rowsWantedIn(query: Record<string, unknown> | undefined): RowsWanted | null {
  const wanted: Partial<RowsWanted> = wantedIn(rowsAsked, query)
  return wanted.figure ? { ...wanted, figure: wanted.figure } : null
}
