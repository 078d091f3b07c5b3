import type { Payload, Where } from 'payload'
import { countGroups, readRows } from '@/tables'
import { ofDays, spanOf, type Span } from './span'

export const readingKeys = ['reads', 'readers', 'uses', 'helpful', 'unhelpful'] as const
export type Readings = Record<(typeof readingKeys)[number], number>

/** Sums told apart by an entry or by a day, column by column: of the same place in each list. */
export type Sums = { keys: readonly string[] } & Record<keyof Readings, readonly number[]>

const columns = { entry: 'entries', day: 'days' } as const
export type By = keyof typeof columns

/**
 * What was read and used within a part of a span that lies in one month, by entry or by day: of a whole month that is
 * over from its one row, as long as there is one, and else from the counts of its days.
 */
export async function readingsBy(payload: Payload, by: By, part: Span): Promise<Sums> {
  const month = spanOf('month', part.from)
  if (part.from === month.from && part.to === month.to) {
    const [row] = await readRows(payload, {
      ...{ collection: 'monthCounts', columns: [columns[by]], limit: 1 },
      where: { id: { equals: monthOf(part.from) } },
    })
    if (row) return JSON.parse(String(row[columns[by]])) as Sums
  }
  return sumsOfDays(payload, by, part)
}

/** The same, from the counts of days alone; of those entries of the register for which a condition holds, where it is given. */
export async function sumsOfDays(
  payload: Payload,
  by: By,
  part: Span,
  ofEntries?: Where,
): Promise<Sums> {
  const groups = await countGroups(payload, {
    ...{ collection: 'dayCounts', where: { and: ofDays(part) } },
    ...(ofEntries ? { ofEntries } : {}),
    ...{ by: [by], sums: readingKeys },
  })
  const column = (key: keyof Readings) => groups.map((group) => Number(group[key]))
  return {
    keys: groups.map((group) => String(group[by])),
    ...{ reads: column('reads'), readers: column('readers'), uses: column('uses') },
    ...{ helpful: column('helpful'), unhelpful: column('unhelpful') },
  }
}

/** `2026-11`. */
export const monthOf = (day: string): string => day.slice(0, 7)
