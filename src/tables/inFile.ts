import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import {
  columnsOf,
  type CountGroups,
  type Group,
  type PutColumns,
  type PutRows,
  type ReadRows,
  type Row,
  type RowsAsked,
} from '.'

export const groupsInFile =
  (db: SQLiteAdapter): CountGroups =>
  async ({ by, sums = [], ...asked }) => {
    const { table, found, where = sql`true` } = questionTo(db, asked)
    const columns = by.map((name) => table[name]!)
    const counted = [
      ...columns.map((column) => sql`${column}`),
      ...[sql`count(*)`, ...sums.map((name) => sql`ifnull(sum(${table[name]}), 0)`)],
    ].map((value, at) => sql`${value} as ${sql.identifier(`v${at}`)}`)
    const parts = [sql`select ${sql.join(counted, sql`, `)} from ${table}${found} where ${where}`]
    if (columns.length > 0)
      parts.push(
        sql` group by ${sql.join(
          columns.map((column) => sql`${column}`),
          sql`, `,
        )}`,
      )
    const of = asText([...by, 'count', ...sums].map((name, at) => [name, `v${at}`]))
    const groups = (await rowsOf(db, of, parts)) as Group[]
    return decoded(groups, mappedIn(table, by))
  }

export const rowsInFile = (db: SQLiteAdapter): ReadRows => {
  const known = new Map<Table, Map<string, Selected>>()
  return async ({ columns, limit, offset = 0, ...asked }) => {
    const question = questionTo(db, asked)
    const names = columns ?? columnsOf(db, asked.collection)
    const { text, of, mapped } = selected(question.table, names)
    const parts = [text, question.found]
    if (question.where) parts.push(sql` where ${question.where}`)
    if (question.order.length > 0) parts.push(sql` order by ${sql.join(question.order, sql`, `)}`)
    // SQLite takes an offset only after a limit; below nought is none.
    if (limit > 0 || offset > 0) parts.push(sql` limit ${limit || -1} offset ${offset}`)
    return decoded(await rowsOf(db, of, parts), mapped)
  }

  function selected(table: Table, names: readonly string[]): Selected {
    const ofTable = known.get(table) ?? new Map<string, Selected>()
    known.set(table, ofTable)
    const found = ofTable.get(names.join())
    if (found) return found
    const stored = names.map((name) => table[name]!)
    const columns = Object.fromEntries(names.map((name, at) => [name, stored[at]!]))
    const made: Selected = {
      text: sql.raw(db.drizzle.select(columns).from(table).toSQL().sql),
      of: asText(names.map((name, at) => [name, stored[at]!.name])),
      mapped: mappedIn(table, names),
    }
    ofTable.set(names.join(), made)
    return made
  }
}

/**
 * What is found, as one text: of each value libsql makes three properties of a row and drizzle one of an object, which
 * took ten times as long as SQLite took to find it, and stood in the way of all others.
 */
async function rowsOf(db: SQLiteAdapter, of: Statement, question: Statement[]): Promise<Row[]> {
  const [row] = await db.drizzle.values<[string]>(sql`select ${of} from (${sql.join(question)})`)
  return JSON.parse(row![0]) as Row[]
}

/**
 * Columns of a question under these names. SQLite 3.45 writes 15 digits of a fraction into JSON, and 17 tell each apart;
 * it takes 63 columns at most.
 */
function asText(columns: readonly (readonly [name: string, column: string])[]): Statement {
  const values = columns.map(
    ([name, column]) =>
      `'${name}', case typeof("${column}") when 'real' then json(printf('%!.17g', "${column}")) else "${column}" end`,
  )
  return sql.raw(`json_group_array(json_object(${values.join(', ')}))`)
}

type Mapped = readonly { name: string; column: Column }[]

/** Those whose values are stored in another form than they are told in. */
const mappedIn = (table: Table, names: readonly string[]): Mapped =>
  names
    .map((name) => ({ name, column: table[name]! }))
    .filter(({ column }) => column.dataType !== 'string' && column.dataType !== 'number')

function decoded<One extends Row>(rows: One[], mapped: Mapped): One[] {
  for (const { name, column } of mapped)
    for (const row of rows as Row[])
      if (row[name] !== null) row[name] = column.mapFromDriverValue(row[name])
  return rows
}

export const rowsIntoFile =
  (db: SQLiteAdapter): PutRows =>
  async ({ req, collection, rows }) => {
    const columns = columnsOf(db, collection)
    const { table, stored, values } = given(db, { collection, columns, rows })
    const names = stored.map(({ name }) => sql.identifier(name))
    const places = columns.map((_, at) => sql.raw(`value ->> ${at}`))
    await run(
      db,
      req,
      sql`insert or replace into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(places, sql`, `)} from json_each(${values})`,
    )
  }

export const columnsIntoFile =
  (db: SQLiteAdapter): PutColumns =>
  async ({ req, collection, rows }) => {
    const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')
    const asked = { collection, columns: ['id', ...columns], rows }
    const { table, stored, values } = given(db, asked)
    const set = stored
      .slice(1)
      .map(({ name }, at) => sql`${sql.identifier(name)} = value ->> ${sql.raw(String(at + 1))}`)
    await run(
      db,
      req,
      sql`update ${table} set ${sql.join(set, sql`, `)} from json_each(${values}) where ${table.id} = value ->> 0`,
    )
  }

type Given = { collection: CollectionSlug; columns: readonly string[]; rows: readonly Row[] }

/** Values as one parameter, so that the statement is the same for any number of rows and is prepared once. */
function given(db: SQLiteAdapter, { collection, columns, rows }: Given) {
  const table = db.tables[tableNameOf(db, collection)]!
  const stored = columns.map((name) => table[name]!)
  const values = rows.map((row) =>
    columns.map((name, at) => {
      const value = row[name] ?? null
      return value === null ? null : stored[at]!.mapToDriverValue(value)
    }),
  )
  return { table, stored, values: JSON.stringify(values) }
}

async function run(db: SQLiteAdapter, req: PayloadRequest, statement: Statement): Promise<void> {
  // The write gate opened it: outside of one this would write beside others.
  const transaction = db.sessions[String(await req.transactionID)]
  if (!transaction) throw new Error('Rows are put inside a transaction.')
  // The cast: Payload types a session as the transaction of any database.
  await (transaction.db as unknown as SQLiteAdapter['drizzle']).run(statement)
}

/**
 * What is selected of a table as text, and how it is told: the same few lists of columns are asked for
 * all the time, and drizzle builds and checks every column anew for each question, which was an eighth of all a server did.
 */
type Selected = { text: Statement; of: Statement; mapped: Mapped }

type Statement = ReturnType<typeof sql>
type Column = Table[string]

type Table = SQLiteAdapter['tables'][string]

/** Payload 3.90 keeps the names of tables by their slugs in small letters. */
function tableNameOf(db: SQLiteAdapter, collection: CollectionSlug): string {
  const snake = collection.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return db.tableNameMap.get(snake) ?? snake
}

type Question = {
  collection: CollectionSlug
  where?: Where
  ofEntries?: Where
  namedBy?: RowsAsked['namedBy']
  sort?: RowsAsked['sort']
}

/** Payload's own reading of a condition. */
function questionTo(db: SQLiteAdapter, { collection, where = {}, sort, ...more }: Question) {
  const { flattenedFields: fields } = db.payload.collections[collection].config
  const tableName = tableNameOf(db, collection)
  const adapter = db as unknown as Parameters<typeof buildQuery>[0]['adapter']
  const built = buildQuery({
    adapter,
    fields,
    tableName,
    where,
    sort: typeof sort === 'string' ? sort : sort && [...sort],
  })
  if (built.joins.length > 0) throw new Error(`One table is asked, not ${collection} and others.`)
  const order = built.orderBy.map(({ column, order }) => order(column))
  const table = db.tables[tableName]!
  // Without statistics SQLite would rather go through all rows of one state.
  const byId = sql` indexed by ${sql.identifier(`sqlite_autoindex_${tableName}_1`)}`
  const found = more.namedBy ? byId : sql``
  return { table, found, where: among(db, table, { ...more, where: built.where }), order }
}

type Among = Pick<Question, 'ofEntries' | 'namedBy'> & { where?: Statement }

/** Asked in the same question: a list of ids might be longer than SQLite takes. */
function among(db: SQLiteAdapter, table: Table, { where, ofEntries, namedBy }: Among) {
  const parts = where ? [where] : []
  if (ofEntries) parts.push(sql`${table.entry} in (${all('register', 'id', ofEntries)})`)
  if (namedBy) {
    const { collection, column, where: naming } = namedBy
    parts.push(sql`${table.id} in (${all(collection, column, naming)})`)
  }
  return parts.length > 0 ? sql.join(parts, sql` and `) : undefined

  function all(collection: CollectionSlug, column: string, where: Where): Statement {
    const asked = questionTo(db, { collection, where })
    return sql`select ${asked.table[column]} from ${asked.table} where ${asked.where}`
  }
}
