import Database from 'libsql'
import { prepareOnce } from '@/preparedOnce'

type Value = string | number | null

/** One open index file. */
export type Connection = {
  rows<Row>(sql: string, values?: readonly Value[]): Row[]
  run(sql: string, values?: readonly Value[]): void
  /** All of `work` or nothing of it. */
  together(work: () => void): void
  close(): void
}

export function connect(file: string): Connection {
  prepareOnce()
  const db = new Database(file)
  // First of all: the next line already may have to wait for another connection.
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  db.exec('PRAGMA cache_size = -16000')
  db.exec('PRAGMA journal_size_limit = 67108864')
  return {
    rows: <Row>(sql: string, values: readonly Value[] = []) => db.prepare(sql).all(values) as Row[],
    run: (sql, values = []) => void db.prepare(sql).run(values),
    together: (work) => db.transaction(work).immediate(),
    close: () => void db.close(),
  }
}

/** Another connection was in the way for too long; nothing is wrong with the file. */
export function isBusy(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code)
}
