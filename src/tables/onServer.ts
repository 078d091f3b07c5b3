import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter } from 'payload'
import { columnsOf, type CountGroups, type Group, type ReadRows, type Row } from '.'

export const groupsOnServer =
  (db: BaseDatabaseAdapter): CountGroups =>
  async ({ collection, by, where = {} }) => {
    const model = modelOf(db, collection)
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

export const rowsOnServer =
  (db: BaseDatabaseAdapter): ReadRows =>
  async ({ collection, columns, where = {}, sort, limit, offset = 0 }) => {
    const model = modelOf(db, collection)
    const names = columns ?? columnsOf(db, collection)
    const found = await model
      .find(await model.buildQuery({ payload: db.payload, where }))
      .select(names.map(stored))
      .sort({ ...(sort ? orderOf(sort) : {}), createdAt: -1 })
      .skip(offset)
      // 0 is no limit there too.
      .limit(limit)
      .lean<Row[]>()
    return found.map((row) =>
      Object.fromEntries(names.map((name) => [name, plain(row[stored(name)])])),
    )
  }

export const modelOf = (db: BaseDatabaseAdapter, collection: string) =>
  (db as MongooseAdapter).collections[collection]!

const stored = (column: string) => (column === 'id' ? '_id' : column)

function orderOf(sort: string): Record<string, 1 | -1> {
  return sort.startsWith('-') ? { [stored(sort.slice(1))]: -1 } : { [stored(sort)]: 1 }
}

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : (value ?? null)
