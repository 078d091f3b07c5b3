import { setImmediate as breathe } from 'node:timers/promises'
import type {
  BaseDatabaseAdapter,
  BasePayload,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'

/**
 * Questions about one table that Payload 3.90 does not answer, or answers by building objects of all it knows:
 * counts by groups, and rows of a few columns for those who read while a caller waits; and many rows at once, of which
 * it writes each by statements of its own. They ask no access and run no hooks; where Payload's own ways are
 * fast enough, they are used.
 */
export type Tables = {
  countGroups: CountGroups
  readRows: ReadRows
  putRows: PutRows
  putColumns: PutColumns
}

type Asked = {
  collection: CollectionSlug
  /** In Payload's own form, about columns of the table itself. */
  where?: Where
  /** Only rows whose `entry` is one of those of the register for which this holds, however many they are. */
  ofEntries?: Where
  /** Only rows whose id stands in this column of rows of another collection for which this holds, however many. */
  namedBy?: { collection: CollectionSlug; column: string; where: Where }
}

/** The values of the columns asked for, how many rows have them, and the sums. */
export type Group = Record<string, unknown> & { count: number }

export type CountGroups = (
  asked: Asked & {
    by: readonly string[]
    /** Columns of numbers that are added up beside. */
    sums?: readonly string[]
  },
) => Promise<Group[]>

export type Row = Record<string, unknown>

export type RowsAsked = Asked & {
  /** All where none are named. */
  columns?: readonly string[]
  /** Columns, with `-` the highest first; rows alike in them come the last created first, but behind `updatedAt`. */
  sort?: string | readonly string[]
  /** 0 for all. */
  limit: number
  /** So many are left out first. */
  offset?: number
}

export type ReadRows = (asked: RowsAsked) => Promise<Row[]>

export type PutRows = (given: {
  /** In whose transaction, where the database has them. */
  req: PayloadRequest
  collection: CollectionSlug
  /** Each with its `id`; moments as ISO text. A column that is not named is null. */
  rows: readonly Row[]
}) => Promise<void>

export type PutColumns = (given: {
  /** In whose transaction, where the database has them. */
  req: PayloadRequest
  collection: CollectionSlug
  /** Each with its `id` and the same columns, of which none is empty. */
  rows: readonly Row[]
}) => Promise<void>

/** All columns of a collection whose fields are columns of one table. */
export const columnsOf = (db: BaseDatabaseAdapter, collection: CollectionSlug): string[] =>
  db.payload.collections[collection].config.flattenedFields.map(({ name }) => name)

/** Both adapters are given them in `src/database`. */
const tablesOf = ({ db }: Database): Tables => db as unknown as Tables

export type Database = Pick<BasePayload, 'db'>

/** How many rows of each kind there are, counted by the database in one query. */
export const countGroups = (
  database: Database,
  asked: Parameters<CountGroups>[0],
): Promise<Group[]> => tablesOf(database).countGroups(asked)

/** The columns asked for, and nothing else: moments as ISO text, lists as lists, what is empty as null. */
export const readRows = (database: Database, asked: RowsAsked): Promise<Row[]> =>
  tablesOf(database).readRows(asked)

/**
 * Writes whole rows by one statement, inside the transaction `req` has open; what had the same id is replaced, so that
 * what failed may be tried again. Rejects as the database does.
 */
export const putRows: PutRows = (given) => tablesOf(given.req.payload).putRows(given)

/**
 * Writes these columns of rows that are there by one statement, inside the transaction `req` has open, and leaves all
 * others as they are, `updatedAt` with them. Rejects as the database does.
 */
export const putColumns: PutColumns = (given) => tablesOf(given.req.payload).putColumns(given)

/** Without a condition a server tells what it counts along: the same each time, and some off after it was killed. */
export async function countRows(database: Database, asked: Asked): Promise<number> {
  const [all] = await countGroups(database, { ...asked, by: [] })
  return all?.count ?? 0
}

type LiveAsked = {
  /** `entry` among them. */
  columns: readonly string[]
  /** Behind this entry; from the first on where it is null. */
  after?: string | null
  /** Rows that are read at a time. */
  limit: number
}

export const liveWhere = (more: readonly Where[] = []): Where => ({
  and: [{ isLive: { equals: true } }, ...more],
})

/**
 * All live rows of `publications`, in the order of their entries' ids: the whole library need not fit in memory, and
 * others are answered between two pages. Rejects as the database does.
 */
export async function* liveInOrder<Row extends { entry: string }>(
  database: Database,
  { columns, after = null, limit }: LiveAsked,
): AsyncGenerator<Row> {
  for (let last = after; ;) {
    const rows = (await readRows(database, {
      ...{ collection: 'publications', columns, limit, sort: 'slot' },
      // The slot of a live row is its entry's id, and no two rows have the same.
      where: liveWhere(last === null ? [] : [{ slot: { greater_than: last } }]),
    })) as Row[]
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.entry
    await breathe()
  }
}
