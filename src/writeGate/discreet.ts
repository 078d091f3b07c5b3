import { APIError, type BaseDatabaseAdapter, type DatabaseAdapterObj } from 'payload'
import { busy } from './queue'

/**
 * Errors of the database hold the statement and what was to be stored: names, numbers, whole texts. Here they lose
 * both, so that no log, page or answer behind can tell them; what kind of error it is and where it happened stays.
 */
export const discreet = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init(args) {
    const db = adapter.init(args)
    for (const name of Object.keys(db).filter((name) => asking.test(name))) {
      const method = (db as Record<string, unknown>)[name]
      if (typeof method !== 'function') continue
      const ask = method as (...given: unknown[]) => unknown
      // Not async: a transaction is entered before the caller's own await.
      const asked = (...given: unknown[]) => {
        const answer = ask.apply(db, given)
        return answer instanceof Promise ? answer.catch(retold) : answer
      }
      Object.assign(db, { [name]: asked })
    }
    return db
  },
})

/** Every method that sends the database something; a test compares this with the adapters' own methods. */
export const asking =
  /^(find|count|query|create|update|delete|upsert|begin|commit|rollback|read|put)(?!.*(Query|Migration|Where)$)/

function retold(error: unknown): never {
  throw tellable(error)
}

type Told = Error & { code?: unknown; errorLabels?: unknown; cause?: unknown }

/** The same error without anybody's data in it. */
export function tellable(error: unknown): unknown {
  if (error instanceof APIError || !(error instanceof Error)) return error
  const { name, stack, code, errorLabels, cause } = error as Told
  const inner = cause instanceof Error ? (cause as Told) : undefined
  // Somebody else, a back-up for instance, is writing to the file just now.
  if (/^SQLITE_BUSY/.test(String(code ?? inner?.code))) return busy()
  const told = new Error(wordsOf(inner ?? error))
  const places = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return Object.assign(told, {
    name: inner ? `${name} (${inner.name})` : name,
    stack: [`${name}: ${told.message}`, ...places].join('\n'),
    ...((code ?? inner?.code) === undefined ? {} : { code: code ?? inner?.code }),
    ...(errorLabels === undefined ? {} : { errorLabels }),
  })
}

/** What SQLite and MongoDB say stands before what was sent, and names it in quotes or braces. */
const wordsOf = ({ message }: Error): string =>
  message
    .replace(/^Failed query:[^]*/, 'Failed query')
    .replace(/(params|dup key|for value|near)\b[^]*/i, '$1 …')
    .replace(/(["'`])[^]*?\1/g, '…')
    .replace(/[{[][^]*[}\]]/g, '…')
    .slice(0, 200)
