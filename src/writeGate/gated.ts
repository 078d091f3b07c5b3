import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { createClient, type Client } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { APIError, type DatabaseAdapterObj } from 'payload'
import { createQueue, type Leave } from './queue'

/** Every method of the adapter that changes a row. A test compares this list with the adapter's own methods. */
export const writeMethods = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type Limits = {
  /** How long a write waits for its turn, in milliseconds, before it is refused with 503. */
  wait?: number
  /** How long a transaction may stay open before it counts as lost and is rolled back. */
  longest?: number
}

type WriteArgs = {
  collection?: string
  slug?: string
  req?: { transactionID?: number | string | Promise<number | string> }
}
type Write = (args: WriteArgs) => Promise<unknown>
type Session = SQLiteAdapter['sessions'][string]

/** A transaction from its begin to its end. `isOpen` outlives it, because contexts keep pointing here. */
type Hold = { id: string; isOpen: boolean; doing: string; ready: Promise<void>; end: () => void }

/**
 * SQLite with one writer at a time. Concurrent libsql transactions fail with SQLITE_BUSY, so each
 * transaction waits for its turn and runs on one write connection of the gate's own: libsql 0.14's
 * `transaction()` opens a connection each time and never closes it. A write outside a transaction
 * gets one of its own.
 */
export function gated(
  adapter: DatabaseAdapterObj<SQLiteAdapter>,
  { wait = 10_000, longest = 30_000 }: Limits = {},
): DatabaseAdapterObj<SQLiteAdapter> {
  return { ...adapter, init: (args) => gate(adapter.init(args), { wait, longest }) }
}

function gate(db: SQLiteAdapter, { wait, longest }: Required<Limits>): SQLiteAdapter {
  const enter = createQueue(wait)
  const inside = new AsyncLocalStorage<Hold>()
  const holds = new Map<string, Hold>()
  const lost = new Set<string>()
  const connect = db.connect?.bind(db)
  const destroy = db.destroy?.bind(db)
  let writer: Client | undefined
  let session: Session['db']

  db.connect = async (options) => {
    await connect?.(options)
    if (!writer) {
      writer = createClient(db.clientConfig)
      await writer.execute('PRAGMA synchronous = NORMAL')
      // A busy wait inside SQLite would block the event loop; waiting is the queue's business.
      await writer.execute('PRAGMA busy_timeout = 0')
    }
    // The cast: Payload types a session as drizzle's transaction, and uses what both have.
    session = drizzle(writer, { schema: db.schema }) as unknown as Session['db']
  }

  db.destroy = async () => {
    // The last to close leaves one file without a log beside it, which may then be copied or renamed.
    await writer?.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    writer?.close()
    writer = undefined
    db.client?.close()
    Object.assign(db, { client: undefined })
    await destroy?.()
  }

  const run = async (sql: string) => {
    if (!writer) throw new Error('The database is not connected.')
    await writer.execute(sql)
  }

  const begin = (doing: string): Hold => {
    const hold: Hold = { id: randomUUID(), isOpen: true, doing, ready: Promise.resolve(), end() {} }
    hold.ready = open(hold)
    return hold
  }

  const open = async (hold: Hold) => {
    let leave: Leave | undefined
    try {
      leave = await enter()
      await turn()
      await run('BEGIN IMMEDIATE')
    } catch (error) {
      hold.isOpen = false
      leave?.()
      throw error
    }
    const watchdog = setTimeout(() => {
      lost.add(hold.id)
      db.payload.logger.error(`A transaction stayed open too long and was undone (${hold.doing}).`)
      finish('ROLLBACK', hold.id).catch((error: unknown) => db.payload.logger.error(error))
    }, longest)
    watchdog.unref()
    hold.end = () => {
      clearTimeout(watchdog)
      hold.isOpen = false
      delete db.sessions[hold.id]
      leave()
    }
    holds.set(hold.id, hold)
    db.sessions[hold.id] = { db: session, resolve: async () => {}, reject: async () => {} }
  }

  const finish = async (word: 'COMMIT' | 'ROLLBACK', id: unknown) => {
    const hold = holds.get(String(id))
    if (!hold) {
      // Payload ends a transaction twice now and then; only a lost one must not pass for written.
      if (word === 'COMMIT' && lost.delete(String(id))) throw tookTooLong()
      return
    }
    holds.delete(hold.id)
    try {
      await run(word)
    } catch (error) {
      await run('ROLLBACK').catch(() => {})
      throw error
    } finally {
      hold.end()
    }
  }

  // Not async: the context has to be entered before the caller's own await.
  db.beginTransaction = () => {
    const outer = inside.getStore()
    if (outer?.isOpen) {
      throw new Error(`A transaction is open already (${outer.doing}): pass its req on.`)
    }
    const hold = begin('begin')
    inside.enterWith(hold)
    return hold.ready.then(() => hold.id)
  }
  db.commitTransaction = async (id) => finish('COMMIT', await id)
  db.rollbackTransaction = async (id) => finish('ROLLBACK', await id)

  /** The open transaction a write belongs to, once others were heard; null where it needs one of its own. */
  const joined = async (given: string): Promise<Hold | null> => {
    if (lost.has(given)) throw tookTooLong()
    const outer = inside.getStore()
    // Payload 3.90's forgotPassword writes without its req; waiting for itself would last for ever.
    const hold = holds.get(given) ?? (outer?.isOpen ? outer : null)
    if (!hold) return null
    await hold.ready
    // SQLite answers without the event loop turning: between two writes others read, and timers fire.
    await turn()
    if (hold.isOpen) return hold
    // The watchdog was among them. Payload would write outside of a transaction that is no more.
    if (lost.has(hold.id)) throw tookTooLong()
    return null
  }

  const guarded =
    (name: string, write: Write): Write =>
    async (args) => {
      const doing = `${name} ${args.collection ?? args.slug ?? ''}`.trim()
      const given = String(await args.req?.transactionID)
      const open = await joined(given)
      if (open) {
        open.doing = doing
        return write(open.id === given ? args : within(open, args))
      }
      const hold = begin(doing)
      await hold.ready
      const written = await inside
        .run(hold, () => write(within(hold, args)))
        .catch(async (error: unknown) => {
          await finish('ROLLBACK', hold.id)
          throw error
        })
      await finish('COMMIT', hold.id)
      return written
    }

  for (const name of writeMethods) {
    Object.assign(db, { [name]: guarded(name, (db[name] as unknown as Write).bind(db)) })
  }
  return db
}

function within(hold: Hold, args: WriteArgs): WriteArgs {
  return { ...args, req: { ...args.req, transactionID: hold.id } }
}

function tookTooLong(): APIError {
  return new APIError(
    '操作超时，未保存任何内容，请重试。This took too long and nothing was saved; please try again.',
    503,
    { code: 'busy' },
    true,
  )
}
