import {
  APIError,
  type BaseDatabaseAdapter,
  type DatabaseAdapterObj,
  type UpdateOneArgs,
} from 'payload'

/** A row as the adapters give and take it. */
export type Row = Record<string, unknown>

export type Session = { id: string; expiresAt: string }

/** What is written of an account; nothing else of its row is touched. */
export type Change = {
  columns: Row
  /** All of them, or what becomes of each by itself, whatever others there are by now. */
  sessions?: readonly Session[] | SessionChange
  /** The password it starts from: where it is another by now, nothing is written. */
  hash?: string
}

export type SessionChange = {
  added: readonly Session[]
  /** With a later end. */
  renewed: readonly Session[]
  ended: readonly string[]
}

export type Whole = UpdateOneArgs & { id: string }
export type Own = Pick<BaseDatabaseAdapter, 'find' | 'findOne' | 'updateOne'>

/** Writes a change to the row as it is now, in one piece; null where `hash` is not its own any more. */
export type WriteChange = (asked: Whole, change: Change) => Promise<unknown>

/**
 * Payload 3.90 saves an account, signs people in and out, renews and locks by writing the whole row that it
 * read before (payload#18132), which undoes what others wrote in between. Here such a write is cut down to what
 * it changes of what its own request has read.
 */
export const ownColumns = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  writeChangeOf: (db: Adapter, own: Own) => WriteChange,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init(args) {
    const db = adapter.init(args)
    const { find, findOne, updateOne } = db
    const own: Own = {
      find: find.bind(db),
      findOne: findOne.bind(db),
      updateOne: updateOne.bind(db),
    }
    const writeChange = writeChangeOf(db, own)
    const configOf = (slug: string) => args.payload.collections[slug as 'users'].config
    const holdsAccounts = (slug: string) => Boolean(configOf(slug).auth)

    return Object.assign(db, {
      findOne: async (asked) => {
        const row: unknown = await own.findOne(asked)
        if (holdsAccounts(asked.collection)) keepReading(asked, [row])
        return row as never
      },
      find: async (asked) => {
        const found = await own.find(asked)
        if (holdsAccounts(asked.collection)) keepReading(asked, found.docs)
        return found as never
      },
      updateOne: async (asked) => {
        if (!isWhole(asked) || !holdsAccounts(asked.collection)) return own.updateOne(asked)
        const read = readingOf(asked)
        const names = configOf(asked.collection).flattenedFields.map(({ name }) => name)
        const change = changeOf(asked.data, read, names)
        // Without the row Payload's adapters do not tell whether there was one.
        const returning = change.hash ? true : asked.returning
        const written = await writeChange({ ...asked, returning }, change)
        if (change.hash && !written) throw changedMeanwhile()
        if (read) keepReading(asked, [{ ...read, ...asked.data }])
        return written as never
      },
    } satisfies Own)
  },
})

/** A row that was read, changed and is to be written; others name the columns they mean. */
const isWhole = (asked: UpdateOneArgs): asked is Whole =>
  typeof asked.id === 'string' && asked.data.id === asked.id && !asked.options?.atomic

type Reading = Pick<UpdateOneArgs, 'req'> & { select?: unknown }

/** In the context of the request, where copies of the request find it too. */
const key = 'accountsRead'

function keepReading({ req, select }: Reading, rows: readonly unknown[]): void {
  if (!req?.context || select) return
  const readings = (req.context[key] ??= new Map()) as Map<string, Row>
  for (const row of rows as (Row | null)[]) if (row) readings.set(String(row.id), plain(row))
}

const readingOf = ({ id, req }: Whole): Row | undefined =>
  (req?.context?.[key] as Map<string, Row> | undefined)?.get(id)

/** @param names of the fields of the collection: what else stands on a row is not stored */
export function changeOf(given: Row, read: Row | undefined, names: readonly string[]): Change {
  const { sessions, ...row } = plain(given)
  // Payload's answer to a hundred guesses at once writes a row that another call has read: it means the sessions.
  if (!read)
    return { columns: { updatedAt: given.updatedAt }, ...(sessions ? { sessions } : {}) } as Change
  const differs = (name: string) => name in row && !isSame(row[name], read[name])
  const columns: Row = Object.fromEntries(
    // A key is sealed anew with each save; whether it is another one shows in its index.
    names
      .filter((name) => differs(name === 'apiKey' ? 'apiKeyIndex' : name))
      .map((name) => [name, given[name]]),
  )
  if ('updatedAt' in given) columns.updatedAt = given.updatedAt
  const change: Change = { columns }
  if (typeof read.hash === 'string' && 'hash' in columns) change.hash = read.hash
  // With a password, and with the account itself, all ends that was begun with it, also what nobody here has read.
  if (columns.isActive === false) change.sessions = []
  else if ('hash' in columns) change.sessions = listOf(sessions)
  else if (sessions) change.sessions = sessionChange(listOf(read.sessions), listOf(sessions))
  return change
}

function sessionChange(before: readonly Session[], after: readonly Session[]): SessionChange {
  const known = new Map(before.map((session) => [session.id, session]))
  const kept = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !known.has(id)),
    renewed: after.filter(
      ({ id, expiresAt }) => known.has(id) && known.get(id)?.expiresAt !== expiresAt,
    ),
    ended: before.map(({ id }) => id).filter((id) => !kept.has(id)),
  }
}

/** The sessions there are now, after a change. */
export function changedSessions(present: unknown, change: Change['sessions']): readonly Session[] {
  const sessions = listOf(present)
  if (!change) return sessions
  if ('added' in change) {
    const renewed = new Map(change.renewed.map((session) => [session.id, session]))
    const left = sessions.filter(({ id }) => !change.ended.includes(id))
    return [...left.map((session) => renewed.get(session.id) ?? session), ...change.added]
  }
  return change
}

const listOf = (sessions: unknown): Session[] =>
  Array.isArray(sessions) ? (sessions as Session[]) : []

/** Moments as text, as both adapters read them. */
const plain = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const changedMeanwhile = () =>
  new APIError('Changed meanwhile.', 409, { code: 'changedMeanwhile' }, true)
