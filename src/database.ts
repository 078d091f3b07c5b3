import { chmodSync, closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter, type SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, FlattenedField, Migration } from 'payload'
import { env } from './env'
import { makeFolder } from './makeFolder.mjs'
import { migrations as mongodbMigrations } from './migrations/mongodb'
import { migrations as sqliteMigrations } from './migrations/sqlite'
import type { CountGroups, ReadRows } from './tables'
import { groupsInFile, rowsInFile } from './tables/inFile'
import { groupsOnServer, rowsOnServer } from './tables/onServer'
import { throughRegister } from './tables/throughRegister'
import { accountsInFile } from './writeGate/accountsInFile'
import { accountsOnServer } from './writeGate/accountsOnServer'
import { discreet } from './writeGate/discreet'
import { gated } from './writeGate/gated'
import { ownColumns } from './writeGate/ownColumns'

/** The one place that knows which database runs. */
export const database: DatabaseAdapterObj = env.databaseUrl.startsWith('file:')
  ? migrated(
      discreet(
        withTables(gated(ownColumns(sqlite(), accountsInFile)), {
          countGroups: groupsInFile,
          readRows: rowsInFile,
        }),
      ),
      sqliteMigrations as Migration[],
    )
  : migrated(
      discreet(
        withTables(throughRegister(whole(ownColumns(mongodb(), accountsOnServer))), {
          countGroups: groupsOnServer,
          readRows: rowsOnServer,
        }),
      ),
      mongodbMigrations,
    )

function sqlite() {
  return sqliteAdapter({
    idType: 'uuid',
    // Developers and production get the same tables; push would ask about those it does not know.
    push: false,
    client: { url: env.databaseUrl },
    wal: { synchronous: 'NORMAL', journalSizeLimit: 67_108_864 },
    busyTimeout: 0,
    transactionOptions: {},
    migrationDir: 'src/migrations/sqlite',
    afterSchemaInit: [indexSideTables],
  })
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

/** Gives the adapter what `src/tables` asks of it. */
function withTables<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  { countGroups, readRows }: Tables<Adapter>,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      return Object.assign(db, { countGroups: countGroups(db), readRows: readRows(db) })
    },
  }
}

type Tables<Adapter> = {
  countGroups: (db: Adapter) => CountGroups
  readRows: (db: Adapter) => ReadRows
}

/** As the adapters generate them: each takes arguments of its own database. */
type StoredMigration = {
  name: string
  up: (args: never) => Promise<void>
  down: (args: never) => Promise<void>
}

/** Brings the tables up to date whenever the database is opened, in development and tests as well. */
function migrated<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  migrations: StoredMigration[],
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const connect = db.connect?.bind(db)
      db.connect = async (options) => {
        if (env.isBuilding) throw new Error('next build opens no database; make the page dynamic.')
        if (env.databaseUrl.startsWith('file:')) keepToOwner(fileURLToPath(env.databaseUrl))
        await connect?.(options)
        if (!options?.hotReload && migrations.length > 0) {
          await db.migrate({ migrations: migrations as Migration[] })
        }
      }
      return db
    },
  }
}

/** SQLite gives what it writes beside the file the same rights. */
function keepToOwner(file: string): void {
  makeFolder(dirname(file))
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
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

/**
 * Payload 3.90 keeps fields with several texts or numbers in side tables whose only index begins
 * with the order; without one on the parent a list of 10 rows of 10,000 took 8 seconds.
 */
function indexSideTables({ schema, extendTable }: Parameters<SQLiteSchemaHook>[0]) {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (!/_(texts|numbers)$/.test(name)) continue
    extendTable({
      table,
      extraConfig: (columns) => ({
        [`${name}_parent_only_idx`]: index(`${name}_parent_only_idx`).on(columns.parent),
      }),
    })
  }
  return schema
}
