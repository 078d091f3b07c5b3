import Database from 'libsql'
import { once } from './once'

/** Statements whose text depends on the question are many; a connection's cache starts over beyond this. */
const MOST_STATEMENTS = 300

/** What reads or writes rows, or begins and ends a transaction; anything else may change the tables themselves. */
const ofRows = /^\s*(select|insert|update|delete|with|begin|commit|rollback)\b/i

/**
 * Lets each connection to a file prepare a statement once, in this thread. @libsql/client 0.14 prepares every statement
 * anew and asks twice for its columns: with Payload's wide tables a seventh of what a step costs the processor. A
 * statement must be read to its end (never `get`): one that is left open pins the connection to an old snapshot.
 */
export function prepareOnce(): void {
  once('preparedOnce', () => {
    const { prepare, close } = Database.prototype
    const prepared = new WeakMap<object, Map<string, Database.Statement>>()
    Database.prototype.prepare = function (this: Database.Database, sql: string) {
      const statements = prepared.get(this) ?? new Map<string, Database.Statement>()
      prepared.set(this, statements)
      if (!ofRows.test(sql)) {
        statements.clear()
        return prepare.call(this, sql)
      }
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      const statement = columnsOnce(prepare.call(this, sql))
      statements.set(sql, statement)
      return statement
    } as typeof prepare
    // As long as a statement is kept, the file stays open.
    Database.prototype.close = function (this: Database.Database) {
      prepared.delete(this)
      return close.call(this)
    }
    return prepared
  })
}

function columnsOnce(statement: Database.Statement): Database.Statement {
  const ask = statement.columns.bind(statement)
  let columns: ReturnType<typeof ask> | undefined
  statement.columns = () => (columns ??= ask())
  return statement
}
