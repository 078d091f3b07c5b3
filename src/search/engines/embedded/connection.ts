import Database from 'libsql'

type Value = string | number | null

/** One open index file, with its statements prepared once. */
export type Connection = {
  rows<Row>(sql: string, values?: readonly Value[]): Row[]
  run(sql: string, values?: readonly Value[]): void
  /** All of `work` or nothing of it. */
  together(work: () => void): void
  close(): void
}

/** Statements whose text depends on the query are many; the cache starts over beyond this. */
const MOST_STATEMENTS = 200

export function connect(file: string): Connection {
  const db = new Database(file)
  // First of all: the next line already may have to wait for another connection.
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  db.exec('PRAGMA cache_size = -16000')
  db.exec('PRAGMA journal_size_limit = 67108864')
  let prepared = new Map<string, Database.Statement<unknown[]>>()
  const statement = (sql: string) => {
    let known = prepared.get(sql)
    if (!known) {
      if (prepared.size >= MOST_STATEMENTS) prepared = new Map()
      prepared.set(sql, (known = db.prepare(sql)))
    }
    return known
  }
  return {
    // Never `get`: libsql leaves that statement open, which would pin the reader to an old snapshot.
    rows: <Row>(sql: string, values: readonly Value[] = []) => statement(sql).all(values) as Row[],
    run: (sql, values = []) => void statement(sql).run(values),
    together: (work) => db.transaction(work).immediate(),
    close: () => {
      prepared.clear()
      db.close()
    },
  }
}

/** Another connection was in the way for too long; nothing is wrong with the file. */
export function isBusy(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code)
}
