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
  /** A column, with `-` the highest first; rows alike in it come the last created first. */
  sort?: string
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

export async function countRows(database: Database, asked: Asked): Promise<number> {
  const [all] = await countGroups(database, { ...asked, by: [] })
  return all?.count ?? 0
}
