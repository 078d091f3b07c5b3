import { createClient, type InValue } from '@libsql/client'
import { inMongo, isSqlite } from './database.mjs'

type Row = Record<string, unknown>
type Where = Record<string, InValue | boolean>

/**
 * What an operator could do to the rows of a data folder's database with the database's own tools. A moment
 * is given as a Date: each database keeps them in a form of its own.
 */
export type ByHand = {
  /** Sorted by id. A field that is null in `where` may be missing as well. */
  find: (collection: string, where: Where) => Promise<Row[]>
  set: (collection: string, where: Where, data: Where) => Promise<void>
  remove: (collection: string, where: Where) => Promise<void>
  /** Another row like this one, with other values. */
  copy: (collection: string, where: Where, data: Where) => Promise<void>
  addRole: (user: string, role: string) => Promise<void>
}

export const byHand = (dataDir: string): ByHand => (isSqlite ? inFile(dataDir) : onServer(dataDir))

function inFile(dataDir: string): ByHand {
  const run = async (sql: string, args: InValue[]) => {
    const db = createClient({ url: `file:${dataDir}/zhiku.db` })
    try {
      // Rows beside it (roles, words) are left over: who does this does not care.
      await db.execute('pragma foreign_keys = off')
      return (await db.execute({ sql, args })).rows
    } finally {
      db.close()
    }
  }
  const of = (collection: string, where: Where, join: string) =>
    Object.keys(where)
      .map((name) => `"${columnOf(collection, name)}" is ?`)
      .join(join)
  return {
    find: async (collection, where) => {
      const sql = `select * from ${collection} where ${of(collection, where, ' and ') || 'true'} order by id`
      return (await run(sql, values(where))).map(camelCased)
    },
    set: async (collection, where, data) => {
      const assigned = of(collection, data, ', ').replaceAll(' is ', ' = ')
      const sql = `update ${collection} set ${assigned} where ${of(collection, where, ' and ')}`
      await run(sql, [...values(data), ...values(where)])
    },
    remove: async (collection, where) => {
      const wanted = of(collection, where, ' and ') || 'true'
      await run(`delete from ${collection} where ${wanted}`, values(where))
    },
    copy: async (collection, where, data) => {
      const [row] = await run(
        `select * from ${collection} where ${of(collection, where, ' and ')}`,
        values(where),
      )
      const changed = Object.fromEntries(
        Object.entries(data).map(([name, value]) => [columnOf(collection, name), value]),
      )
      const all = { ...row, ...changed } as Where
      const names = Object.keys(all).map((name) => `"${name}"`)
      const sql = `insert into ${collection} (${names.join()}) values (${names.map(() => '?').join()})`
      await run(sql, values(all))
    },
    addRole: async (user, role) => {
      const sql = 'insert into users_roles ("order", parent_id, value, id) values (9, ?, ?, ?)'
      await run(sql, [user, role, `${user}-${role}`])
    },
  }
}

function onServer(dataDir: string): ByHand {
  const stored = ({ id, ...rest }: Where) => (id === undefined ? rest : { _id: id, ...rest })
  return {
    find: (collection, where) =>
      inMongo(dataDir, async (db) => {
        const rows = await db.collection(collection).find(stored(where)).sort({ _id: 1 }).toArray()
        return rows.map(({ _id, ...rest }: Row) => ({ id: _id, ...rest }))
      }),
    set: async (collection, where, data) => {
      await inMongo(dataDir, (db) =>
        db.collection(collection).updateMany(stored(where), { $set: data }),
      )
    },
    remove: async (collection, where) => {
      await inMongo(dataDir, (db) => db.collection(collection).deleteMany(stored(where)))
    },
    copy: async (collection, where, data) => {
      await inMongo(dataDir, async (db) => {
        const row = await db.collection(collection).findOne(stored(where))
        await db.collection(collection).insertOne({ ...row, ...stored(data) })
      })
    },
    addRole: async (user, role) => {
      await inMongo(dataDir, (db) =>
        db
          .collection('users')
          .updateOne({ _id: user as never }, { $push: { roles: role as never } }),
      )
    },
  }
}

/** What leads to another row has a column of another name. */
const columnOf = (collection: string, name: string) =>
  collection === 'users' && name === 'unit' ? 'unit_id' : snake(name)

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const values = (fields: Where): InValue[] =>
  Object.values(fields).map((value) => {
    if (value instanceof Date) return value.toISOString()
    return typeof value === 'boolean' ? Number(value) : value
  })

const camelCased = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
