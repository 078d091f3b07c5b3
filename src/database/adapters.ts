import type { BaseDatabaseAdapter, DatabaseAdapterObj, Migration } from 'payload'
import { env } from '../env'
import type { Tables } from '../tables'

/** Gives the adapter what `src/tables` asks of it. */
export function withTables<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  ways: Ways<Adapter>,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      return Object.assign(db, {
        countGroups: ways.countGroups(db),
        readRows: ways.readRows(db),
        putRows: ways.putRows(db),
        putColumns: ways.putColumns(db),
      })
    },
  }
}

type Ways<Adapter> = { [Way in keyof Tables]: (db: Adapter) => Tables[Way] }

/** As the adapters generate them: each takes arguments of its own database. */
type StoredMigration = {
  name: string
  up: (args: never) => Promise<void>
  down: (args: never) => Promise<void>
}

/**
 * Brings the tables up to date whenever the database is opened, in development and tests as well; `makeReady` comes
 * before.
 */
export function migrated<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  migrations: StoredMigration[],
  makeReady?: () => void,
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init(args) {
      const db = adapter.init(args)
      const connect = db.connect?.bind(db)
      db.connect = async (options) => {
        if (env.isBuilding) throw new Error('next build opens no database; make the page dynamic.')
        makeReady?.()
        await connect?.(options)
        if (!options?.hotReload && migrations.length > 0) {
          await db.migrate({ migrations: migrations as Migration[] })
        }
      }
      return db
    },
  }
}
