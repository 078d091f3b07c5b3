import { chmodSync, closeSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter, type SQLiteAdapter, type SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { DatabaseAdapterObj, Migration } from 'payload'
import { env } from '../env'
import { makeFolder } from '../makeFolder.mjs'
import { migrations } from '../migrations/sqlite'
import { prepareOnce } from '../preparedOnce'
import { columnsIntoFile, groupsInFile, rowsInFile, rowsIntoFile } from '../tables/inFile'
import { gated } from '../writeGate/gated'
import {
  changedSessions,
  ownColumns,
  type Own,
  type Row,
  type WriteChange,
} from '../writeGate/ownColumns'
import { migrated, withTables } from './adapters'

/** A file of SQLite's, which one process writes: the default. */
export function inFile(): DatabaseAdapterObj<SQLiteAdapter> {
  prepareOnce()
  const tables = {
    ...{ countGroups: groupsInFile, readRows: rowsInFile },
    ...{ putRows: rowsIntoFile, putColumns: columnsIntoFile },
  }
  return migrated(
    withTables(gated(ownColumns(sqlite(), accountsInFile)), tables),
    migrations as Migration[],
    () => keepToOwner(fileURLToPath(env.databaseUrl)),
  )
}

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

/** SQLite gives what it writes beside the file the same rights. */
function keepToOwner(file: string): void {
  makeFolder(dirname(file))
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

/** Behind the gate nobody writes between this reading and the writing. */
const accountsInFile =
  (_db: unknown, own: Own): WriteChange =>
  async (asked, { columns, sessions, hash }) => {
    const { collection, id, req } = asked
    const present = (await own.findOne({
      collection,
      req,
      where: { id: { equals: id } },
    })) as Row | null
    if (!present || (hash && present.hash !== hash)) return null
    const data = { ...present, ...columns, sessions: changedSessions(present.sessions, sessions) }
    return own.updateOne({ ...asked, data })
  }

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
