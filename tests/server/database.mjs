import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'

/** A MongoDB server, where the tests shall run on one; the name of a database in it is replaced. */
const server = process.env.ZHIKU_TEST_DATABASE_URL ?? ''
export const isSqlite = server === ''

/** Every database of one run begins like this, so that it can be told from anybody's own. */
const prefix = () => `zhiku-test-${process.env.ZHIKU_TEST_RUN ?? 'alone'}-`

/** The DATABASE_URL of a data folder: its own file, or a database of its own on the server. */
export function databaseUrl(dataDir) {
  if (isSqlite) return ''
  const url = new URL(server)
  url.pathname = `/${nameOf(dataDir)}`
  return url.href
}

const atOnce = 1_000

/** A folder together with its database. */
export async function copyData(from, to) {
  cpSync(from, to, { recursive: true })
  if (isSqlite) return
  await withMongo(async (client) => {
    const source = client.db(nameOf(from))
    const target = client.db(nameOf(to))
    await target.dropDatabase()
    for (const { name } of await source.listCollections().toArray()) {
      const rows = await source.collection(name).find().toArray()
      // The server closes the connection where it is sent too many at once.
      for (let at = 0; at < rows.length; at += atOnce)
        await target.collection(name).insertMany(rows.slice(at, at + atOnce))
    }
  })
}

/**
 * What a test does to a folder's database by hand, where no door leads.
 * @template T
 * @param {string} dataDir
 * @param {(db: import('mongodb').Db) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inMongo(dataDir, work) {
  return withMongo((client) => work(client.db(nameOf(dataDir))))
}

/** Drops the database of one folder. */
export async function dropDatabase(dataDir) {
  if (!isSqlite) await inMongo(dataDir, (db) => db.dropDatabase())
}

/** Drops all databases of this run. */
export async function dropDatabases() {
  if (isSqlite) return
  await withMongo(async (client) => {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
    const ours = databases.filter(({ name }) => name.startsWith(prefix()))
    for (const { name } of ours) await client.db(name).dropDatabase()
  })
}

/** MongoDB takes neither dots nor slashes, and 63 characters. */
const nameOf = (dataDir) =>
  prefix() + createHash('sha256').update(dataDir).digest('hex').slice(0, 16)

/** Loaded only here: each file of tests would load it anew. */
async function withMongo(work) {
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(server)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
