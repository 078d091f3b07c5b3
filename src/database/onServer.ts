import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, FlattenedField, Where } from 'payload'
import { env } from '../env'
import { migrations } from '../migrations/mongodb'
import {
  groupsOnServer,
  modelOf,
  rowsOnServer,
  rowsOntoServer,
  columnsOntoServer,
} from '../tables/onServer'
import { throughRegister } from '../tables/throughRegister'
import {
  ownColumns,
  type Own,
  type SessionChange,
  type Whole,
  type WriteChange,
} from '../writeGate/ownColumns'
import { migrated, withTables } from './adapters'

/** A server that speaks MongoDB's protocol, of which several processes may be clients. */
export function onServer(): DatabaseAdapterObj {
  const tables = {
    countGroups: groupsOnServer,
    readRows: rowsOnServer,
    putRows: rowsOntoServer,
    putColumns: columnsOntoServer,
  }
  const adapter = throughRegister(whole(ownColumns(mongodb(), accountsOnServer)))
  return migrated(withTables(adapter, tables), migrations)
}

function mongodb() {
  return mongooseAdapter({
    url: env.databaseUrl,
    ensureIndexes: true,
    // Collections are called as in SQLite and in the code.
    autoPluralization: false,
    // Servers that speak MongoDB's protocol without being MongoDB lack these aggregations.
    useJoinAggregations: false,
    migrationDir: 'src/migrations/mongodb',
    // Payload 3.90 looks for the set's name in the address only, and goes without transactions silently.
    afterOpenConnection: async ({ connection }) => {
      const hello = await connection.db?.admin().command({ isMaster: 1 })
      if (hello?.setName && !connection.getClient().options.replicaSet) {
        throw new Error(
          `DATABASE_URL 缺少 replicaSet=${hello.setName}。Add replicaSet=${hello.setName} to DATABASE_URL: without it nothing runs in transactions.`,
        )
      }
    },
  })
}

/**
 * MongoDB keeps only what was written. Every row gets all fields of its collection, so that what was
 * never filled in is null on both databases.
 */
function whole<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const create = db.create.bind(db)
      db.create = (row) => {
        const { flattenedFields } = args.payload.collections[row.collection].config
        return create({ ...row, data: filled(flattenedFields, row.data) })
      }
      return db
    },
  }
}

type Fields = Record<string, unknown>

function filled(fields: readonly FlattenedField[], data: Fields): Fields {
  const row = { ...data }
  for (const field of fields) {
    if (field.type === 'group') {
      row[field.name] = filled(field.flattenedFields, (data[field.name] ?? {}) as Fields)
    } else if (isPlain(field) && row[field.name] === undefined) {
      row[field.name] = null
    }
  }
  return row
}

/** Lists have their own emptiness, defaults and dates are filled in later, a unique index takes one null. */
function isPlain(field: FlattenedField): boolean {
  const { name, type, hasMany, defaultValue, unique, virtual } = field as FlattenedField & {
    hasMany?: boolean
    defaultValue?: unknown
    unique?: boolean
    virtual?: boolean | string
  }
  const isFilledLater = defaultValue !== undefined || ownNames.has(name)
  return plainTypes.has(type) && !hasMany && !unique && !virtual && !isFilledLater
}

const ownNames = new Set(['id', 'createdAt', 'updatedAt', 'salt', 'hash'])
const plainTypes = new Set([
  ...['text', 'textarea', 'richText', 'json', 'number', 'checkbox', 'date', 'select'],
  ...['relationship', 'upload'],
])

/** Each write is one of MongoDB's own on one document: whole, or not at all. */
const accountsOnServer =
  (db: BaseDatabaseAdapter, own: Own): WriteChange =>
  async ({ id, ...asked }, { columns, sessions, hash }) => {
    const conditions: Where[] = [{ id: { equals: id } }]
    if (hash) conditions.push({ hash: { equals: hash } })
    const data = { ...columns }
    const each = sessions && 'added' in sessions ? sessions : null
    if (each && each.added.length > 0) data.sessions = { $push: each.added }
    if (sessions && !each) data.sessions = sessions
    const where = { and: conditions }
    const written: unknown = await own.updateOne({ ...asked, id: undefined, where, data })
    if (each) await renewAndEnd(db, { id, ...asked }, each)
    return written
  }

async function renewAndEnd(
  db: BaseDatabaseAdapter,
  asked: Whole,
  { renewed, ended }: SessionChange,
) {
  const { collection, id: _id } = asked
  const accounts = modelOf(db, collection)
  const transaction = await asked.req?.transactionID
  const session = transaction ? (db as MongooseAdapter).sessions[String(transaction)] : undefined
  const options = { session, timestamps: false }
  for (const { id, expiresAt } of renewed) {
    const end = { 'sessions.$.expiresAt': new Date(expiresAt) }
    await accounts.updateOne({ _id, 'sessions.id': id }, { $set: end }, options)
  }
  if (ended.length === 0) return
  const pull = { sessions: { id: { $in: ended } } }
  await accounts.updateOne({ _id }, { $pull: pull }, options)
}
