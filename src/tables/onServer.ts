import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter } from 'payload'
import {
  columnsOf,
  type CountGroups,
  type PutColumns,
  type PutRows,
  type Group,
  type ReadRows,
  type Row,
  type RowsAsked,
} from '.'

export const groupsOnServer =
  (db: BaseDatabaseAdapter): CountGroups =>
  async ({ by, sums = [], ...asked }) => {
    const model = modelOf(db, asked.collection)
    const { where, ofEntries, namedBy } = asked
    const isOfAll = !where && !ofEntries && !namedBy
    // The server counts along; else it would walk through them.
    if (isOfAll && by.length + sums.length === 0)
      return [{ count: await model.estimatedDocumentCount() }]
    const match = await matchOf(db, asked)
    const rows = await model.aggregate<{ _id: Omit<Group, 'count'> } & Group>([
      { $match: match },
      {
        $group: {
          _id: Object.fromEntries(by.map((name) => [name, `$${name}`])),
          count: { $sum: 1 },
          ...Object.fromEntries(sums.map((name) => [name, { $sum: `$${name}` }])),
        },
      },
    ])
    return rows.map(({ _id, ...counted }) => ({ ..._id, ...counted }))
  }

export const rowsOnServer =
  (db: BaseDatabaseAdapter): ReadRows =>
  async ({ columns, sort, limit, offset = 0, ...asked }) => {
    const model = modelOf(db, asked.collection)
    const names = columns ?? columnsOf(db, asked.collection)
    // What has no such column would not be read by its index, nor would the last changed, whose index ends there.
    const { timestamps } = db.payload.collections[asked.collection].config
    const order = sort ? orderOf(sort) : {}
    const isByChange = Object.keys(order)[0] === 'updatedAt'
    const last: Record<string, -1> = timestamps && !isByChange ? { createdAt: -1 } : {}
    const found = await model
      .find(await matchOf(db, asked))
      .select(names.map(stored))
      .sort({ ...order, ...last })
      .skip(offset)
      // 0 is no limit there too.
      .limit(limit)
      .lean<Row[]>()
    return found.map((row) =>
      Object.fromEntries(names.map((name) => [name, plain(row[stored(name)])])),
    )
  }

export const rowsOntoServer =
  (db: BaseDatabaseAdapter): PutRows =>
  async ({ req, collection, rows }) => {
    const session = (db as MongooseAdapter).sessions[String(await req.transactionID)]
    const none = Object.fromEntries(columnsOf(db, collection).map((name) => [name, null]))
    await modelOf(db, collection).bulkWrite(
      rows.map((row) => {
        const { id: _id, ...data } = { ...none, ...row }
        return { replaceOne: { filter: { _id }, replacement: data, upsert: true } }
      }),
      // Else Mongoose leaves out what it cannot cast, and says nothing.
      {
        ...{ ordered: false, timestamps: false, throwOnValidationError: true },
        ...(session ? { session } : {}),
      },
    )
  }

export const columnsOntoServer =
  (db: BaseDatabaseAdapter): PutColumns =>
  async ({ req, collection, rows }) => {
    const session = (db as MongooseAdapter).sessions[String(await req.transactionID)]
    await modelOf(db, collection).bulkWrite(
      rows.map(({ id: _id, ...data }) => ({
        updateOne: { filter: { _id }, update: { $set: data }, timestamps: false },
      })),
      {
        ...{ ordered: false, throwOnValidationError: true },
        ...(session ? { session } : {}),
      },
    )
  }

type Asked = Pick<RowsAsked, 'collection' | 'where' | 'ofEntries' | 'namedBy'>

async function matchOf(db: BaseDatabaseAdapter, { collection, where = {}, ...more }: Asked) {
  const { payload } = db
  const { ofEntries, namedBy } = more
  const all = [await modelOf(db, collection).buildQuery({ payload, where })]
  if (ofEntries) {
    const register = modelOf(db, 'register')
    const query = await register.buildQuery({ payload, where: ofEntries })
    const entries = await register.find(query).select(['_id']).lean<{ _id: unknown }[]>()
    all.push({ entry: { $in: entries.map(({ _id }) => _id) } })
  }
  if (namedBy) {
    const naming = modelOf(db, namedBy.collection)
    const query = await naming.buildQuery({ payload, where: namedBy.where })
    all.push({ _id: { $in: await naming.distinct(stored(namedBy.column), query) } })
  }
  return all.length > 1 ? { $and: all } : all[0]!
}

export const modelOf = (db: BaseDatabaseAdapter, collection: string) =>
  (db as MongooseAdapter).collections[collection]!

const stored = (column: string) => (column === 'id' ? '_id' : column)

function orderOf(sort: string | readonly string[]): Record<string, 1 | -1> {
  const orders = typeof sort === 'string' ? [sort] : sort
  return Object.fromEntries(
    orders.map((by) => (by.startsWith('-') ? [stored(by.slice(1)), -1] : [stored(by), 1])),
  )
}

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : (value ?? null)
