import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { CollectionSlug, Where } from 'payload'
import { columnsOf, type CountGroups, type PutRows, type ReadRows, type Row } from '.'

export const groupsInFile =
  (db: SQLiteAdapter): CountGroups =>
  async ({ by, sums = [], ...asked }) => {
    const { table, where: condition } = questionTo(db, asked)
    const columns = Object.fromEntries(by.map((name) => [name, table[name]!]))
    const summed = sums.map((name) => [name, sql<number>`total(${table[name]})`] as const)
    const counted = db.drizzle
      .select({ ...columns, ...Object.fromEntries(summed), count: sql<number>`count(*)` })
      .from(table)
      .where(condition)
    return by.length > 0 ? counted.groupBy(...Object.values(columns)) : counted
  }

export const rowsInFile = (db: SQLiteAdapter): ReadRows => {
  const known = new Map<Table, Map<string, Selected>>()
  return async ({ columns, limit, offset = 0, ...asked }) => {
    const question = questionTo(db, asked)
    const names = columns ?? columnsOf(db, asked.collection)
    const { text, decoders } = selected(question.table, names)
    const parts = [text]
    if (question.where) parts.push(sql` where ${question.where}`)
    if (question.order.length > 0) parts.push(sql` order by ${sql.join(question.order, sql`, `)}`)
    // SQLite takes an offset only after a limit; below nought is none.
    if (limit > 0 || offset > 0) parts.push(sql` limit ${limit || -1} offset ${offset}`)
    const rows = await db.drizzle.values<unknown[]>(sql.join(parts))
    return rows.map((values) =>
      Object.fromEntries(
        names.map((name, at) => [name, values[at] === null ? null : decoders[at]!(values[at])]),
      ),
    )
  }

  function selected(table: Table, names: readonly string[]): Selected {
    const ofTable = known.get(table) ?? new Map<string, Selected>()
    known.set(table, ofTable)
    const found = ofTable.get(names.join())
    if (found) return found
    const columns = names.map((name) => [name, table[name]!] as const)
    const made: Selected = {
      text: sql.raw(db.drizzle.select(Object.fromEntries(columns)).from(table).toSQL().sql),
      decoders: columns.map(([, column]) => column.mapFromDriverValue.bind(column)),
    }
    ofTable.set(names.join(), made)
    return made
  }
}

/** As one parameter, so that the statement is the same for any number of rows and is prepared once. */
export const rowsIntoFile =
  (db: SQLiteAdapter): PutRows =>
  async ({ req, collection, rows }) => {
    // The write gate opened it: outside of one this would write beside others.
    const transaction = db.sessions[String(await req.transactionID)]
    if (!transaction) throw new Error('Rows are put inside a transaction.')
    const table = db.tables[tableNameOf(db, collection)]!
    const columns = columnsOf(db, collection).map((name) => [name, table[name]!] as const)
    const values = rows.map((row: Row) =>
      columns.map(([name, column]) =>
        row[name] === undefined || row[name] === null ? null : column.mapToDriverValue(row[name]),
      ),
    )
    const names = columns.map(([, column]) => sql.identifier(column.name))
    const places = columns.map((_, at) => sql.raw(`value ->> ${at}`))
    // The cast: Payload types a session as the transaction of any database.
    await (transaction.db as unknown as SQLiteAdapter['drizzle']).run(
      sql`insert or replace into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(places, sql`, `)} from json_each(${JSON.stringify(values)})`,
    )
  }

/**
 * What is selected of a table as text, and how each value is told: the same few lists of columns are asked for all the
 * time, and drizzle builds and checks every column anew for each question, which was an eighth of all a server did.
 */
type Selected = {
  text: ReturnType<typeof sql>
  decoders: readonly ((value: unknown) => unknown)[]
}

type Table = SQLiteAdapter['tables'][string]

/** Payload 3.90 keeps the names of tables by their slugs in small letters. */
function tableNameOf(db: SQLiteAdapter, collection: CollectionSlug): string {
  const snake = collection.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return db.tableNameMap.get(snake) ?? snake
}

type Question = { collection: CollectionSlug; where?: Where; ofEntries?: Where; sort?: string }

/** Payload's own reading of a condition. */
function questionTo(db: SQLiteAdapter, { collection, where = {}, ofEntries, sort }: Question) {
  const { flattenedFields: fields } = db.payload.collections[collection].config
  const tableName = tableNameOf(db, collection)
  const adapter = db as unknown as Parameters<typeof buildQuery>[0]['adapter']
  const built = buildQuery({ adapter, fields, tableName, where, sort })
  if (built.joins.length > 0) throw new Error(`One table is asked, not ${collection} and others.`)
  const order = built.orderBy.map(({ column, order }) => order(column))
  const table = db.tables[tableName]!
  return { table, where: ofEntries ? amongEntries(built.where) : built.where, order }

  /** Asked in the same question: a list of ids might be longer than SQLite takes. */
  function amongEntries(condition = sql`true`): ReturnType<typeof sql> {
    const register = questionTo(db, { collection: 'register', where: ofEntries })
    const entries = sql`select ${register.table.id} from ${register.table} where ${register.where}`
    return sql`${condition} and ${table.entry} in (${entries})`
  }
}
