import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { CollectionSlug, Where } from 'payload'
import { columnsOf, type CountGroups, type ReadRows } from '.'

export const groupsInFile =
  (db: SQLiteAdapter): CountGroups =>
  async ({ collection, by, where }) => {
    const { table, where: condition } = questionTo(db, { collection, where })
    const columns = Object.fromEntries(by.map((name) => [name, table[name]!]))
    const counted = db.drizzle
      .select({ ...columns, count: sql<number>`count(*)` })
      .from(table)
      .where(condition)
    return by.length > 0 ? counted.groupBy(...Object.values(columns)) : counted
  }

export const rowsInFile =
  (db: SQLiteAdapter): ReadRows =>
  async ({ collection, columns, where, sort, limit, offset = 0 }) => {
    const question = questionTo(db, { collection, where, sort })
    const names = columns ?? columnsOf(db, collection)
    const found = db.drizzle
      .select(Object.fromEntries(names.map((name) => [name, question.table[name]!])))
      .from(question.table)
      .where(question.where)
      .orderBy(...question.order)
    // SQLite takes an offset only after a limit; below nought is none.
    return limit === 0 && offset === 0 ? found : found.limit(limit || -1).offset(offset)
  }

type Question = { collection: CollectionSlug; where?: Where; sort?: string }

/** Payload's own reading of a condition. */
function questionTo(db: SQLiteAdapter, { collection, where = {}, sort }: Question) {
  const { flattenedFields: fields } = db.payload.collections[collection].config
  const tableName = db.tableNameMap.get(collection) ?? collection
  const adapter = db as unknown as Parameters<typeof buildQuery>[0]['adapter']
  const built = buildQuery({ adapter, fields, tableName, where, sort })
  if (built.joins.length > 0) throw new Error(`One table is asked, not ${collection} and others.`)
  const order = built.orderBy.map(({ column, order }) => order(column))
  return { table: db.tables[tableName]!, where: built.where, order }
}
