import type { BasePayload, CollectionSlug, Where } from 'payload'

/** The values of the columns asked for, and how many rows have them. */
export type Group = Record<string, unknown> & { count: number }

export type CountGroups = (asked: {
  collection: CollectionSlug
  /** Columns of the main row. */
  by: readonly string[]
  where?: Where
}) => Promise<Group[]>

/** Both adapters are given it in `src/database.ts`. */
type Grouping = { countGroups: CountGroups }

/** How many rows of each kind there are, counted by the database in one query. Asks no access. */
export const countGroups = (
  { db }: Pick<BasePayload, 'db'>,
  asked: Parameters<CountGroups>[0],
): Promise<Group[]> => (db as unknown as Grouping).countGroups(asked)
