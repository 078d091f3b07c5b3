import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { BaseDatabaseAdapter } from 'payload'
import type { CountGroups, Group } from './workflow/countGroups'

/**
 * How many rows there are of each combination of values, in one query; Payload 3.90 counts one thing at a
 * time. Takes Payload's own conditions, as far as they are about the collection's own row.
 */
export const groupsInFile =
  (db: SQLiteAdapter): CountGroups =>
  async ({ collection, by, where = {} }) => {
    const { flattenedFields: fields } = db.payload.collections[collection].config
    const tableName = db.tableNameMap.get(collection) ?? collection
    const adapter = db as unknown as Parameters<typeof buildQuery>[0]['adapter']
    const built = buildQuery({ adapter, fields, tableName, where })
    if (built.joins.length > 0) throw new Error('Groups are counted over one table.')
    const table = db.tables[tableName]!
    const columns = Object.fromEntries(by.map((name) => [name, table[name]!]))
    const counted = db.drizzle
      .select({ ...columns, count: sql<number>`count(*)` })
      .from(table)
      .where(built.where)
    const groups = by.length > 0 ? counted.groupBy(...Object.values(columns)) : counted
    return groups
  }

export const groupsOnServer =
  (db: BaseDatabaseAdapter): CountGroups =>
  async ({ collection, by, where = {} }) => {
    const model = (db as MongooseAdapter).collections[collection]!
    const match = await model.buildQuery({ payload: db.payload, where })
    const rows = await model.aggregate<{ _id: Omit<Group, 'count'>; count: number }>([
      { $match: match },
      {
        $group: {
          _id: Object.fromEntries(by.map((name) => [name, `$${name}`])),
          count: { $sum: 1 },
        },
      },
    ])
    return rows.map(({ _id, count }) => ({ ..._id, count }))
  }
